import type { InlineCheck } from "./inline-checks.ts";
import { isExact, keyOf, walk, type Alignments, type Place, type Value } from "./symbolic-addresses.ts";
import { addressesOf } from "./merged-tests.ts";
import type { Turn } from "./turn.ts";

/**
 * Several turns of a loop that one test of the shadow speaks for.
 *
 * Where the addresses of a loop's accesses advance by the same number of bytes with every turn, all that the next turns
 * can access is known before them. Code that neither calls nor writes the shadow leaves it as it is; so when all these
 * bytes are accessible now, no check of these turns could fail.
 */
export interface SeveralTurns {
  readonly turns: number;
  readonly ranges: readonly Range[];
  /** For each check whether a range has it; another one keeps its own test. */
  readonly inRange: readonly boolean[];
  /** Accesses whose place in a range is known: what they read or write is at a fixed distance from its beginning. */
  readonly accesses: readonly RangeAccess[];
}

/** Bytes that the turns access, from the address `start` on, which is to be computed before the first of them. */
export interface Range {
  readonly start: Value;
  readonly bytes: number;
}

export interface RangeAccess {
  /** Lines of the turn: the `local.get` of the address, and the load or store. */
  readonly address: number;
  readonly access: number;
  readonly range: number;
  /** From the range's beginning, in the first turn; it moves by `stride` with each. */
  readonly offset: number;
  readonly stride: number;
}

/** Three 64-bit loads of the shadow see so many bytes from any address on. */
const MOST_BYTES = 185;
const MOST_RANGES = 4;
const TURNS = [8, 4, 2];
/** Lines that all turns together may have. */
const MOST_LINES = 640;
const ACCESS = /^[if](32|64)\.(load|store)(8|16|32)?(?:_[su])?$/;

/**
 * Null when there is nothing to gain, or when something in the loop is not known.
 *
 * @param start Numbers that locals have before the loop's first turn, where the code before it says so.
 */
export function planTurns(
  turn: Turn,
  checks: readonly InlineCheck[],
  start: ReadonlyMap<string, number>,
): SeveralTurns | null {
  const steps = stepsOf(turn);
  if (steps === null) return null;
  const aligned = alignmentsOf(start, steps);
  const addresses = addressesOf(turn, checks, aligned);
  if (addresses === null || !storesAreChecked(turn, checks, addresses, aligned)) return null;
  const strides = addresses.map((address) => strideOf(address, steps));
  const lines = turn.lines.filter((line) => /^[a-z]/.test(line.word)).length;
  for (const turns of TURNS) {
    if (turns * lines > MOST_LINES) continue;
    const spans = addresses.map((address, index) => spanOf(address, checks[index]!.bytes, strides[index]!, turns));
    const ranges = rangesOf(spans);
    const bases = new Set(spans.flatMap((span) => (span === null ? [] : [keyOf(span.address)])));
    // Fewer turns at once are better than a second test of the same memory.
    if (ranges.length === 0 || ranges.length > Math.min(bases.size, MOST_RANGES)) continue;
    const inRange = spans.map((span) => span !== null);
    const accesses = accessesOf(turn, ranges, aligned, steps, turns);
    return { turns, ranges, inRange, accesses };
  }
  return null;
}

/** By how much each local that a turn sets differs after it; null for one that differs by no fixed number. */
type Steps = ReadonlyMap<string, number | null>;

function stepsOf(turn: Turn): Steps | null {
  const written = new Set(
    turn.lines.filter(({ word }) => word === "local.set" || word === "local.tee").map(({ rest }) => rest),
  );
  const steps = new Map<string, number | null>();
  const known = walk(turn.lines, new Map(), ({ line, depth, local }) => {
    if (!/^br(_if|_table)?$/.test(line.word)) return;
    const again = (line.rest.match(/\d+/g) ?? []).some((label) => Number(label) === depth);
    if (!again) return;
    for (const name of written) {
      const step = stepOf(name, local(name));
      steps.set(name, steps.has(name) && steps.get(name) !== step ? null : step);
    }
  });
  return known && (steps.size > 0 || written.size === 0) ? steps : null;
}

function stepOf(name: string, value: Value): number | null {
  return isExact(value) && value.terms.size === 1 && value.terms.get(name) === 1 ? value.low : null;
}

const isConstant = (term: string): boolean => term.startsWith("=");

/** Bytes that an address advances by with each turn; null when they are not always the same. */
function strideOf(address: Value, steps: Steps): number | null {
  let stride = 0;
  for (const [term, factor] of address.terms) {
    if (isConstant(term)) continue;
    if (term.startsWith("?")) return null;
    const step = steps.get(term);
    if (step === null) return null;
    stride += factor * (step ?? 0);
  }
  return stride;
}

/** A local that begins at a known number and goes by fixed steps is a multiple of what divides both. */
function alignmentsOf(start: ReadonlyMap<string, number>, steps: Steps): Alignments {
  const aligned = new Map<string, number>();
  for (const [name, first] of start) {
    const step = steps.has(name) ? steps.get(name)! : 0;
    if (step === null) continue;
    const bits = first | step;
    aligned.set(name, bits === 0 ? 2 ** 31 : Math.abs(bits & -bits));
  }
  return aligned;
}

/**
 * Whether every store is to memory that a check has found accessible: then none changes the shadow. Instrumented code
 * writes the shadow by itself, where a variable's scope begins and ends.
 */
function storesAreChecked(
  turn: Turn,
  checks: readonly InlineCheck[],
  addresses: readonly Value[],
  aligned: Alignments,
): boolean {
  let checked = true;
  walk(turn.lines, aligned, (place) => {
    const access = accessAt(place);
    if (access === null || !access.isStore) return;
    checked &&= addresses.some(
      (address, index) =>
        keyOf(address) === keyOf(access.address) &&
        access.address.low >= address.low &&
        access.address.high + access.bytes <= address.high + checks[index]!.bytes,
    );
  });
  return checked;
}

interface Access {
  /** Of its first byte, the instruction's own offset included. */
  readonly address: Value;
  readonly bytes: number;
  readonly isStore: boolean;
  /** Line that left the address on the stack. */
  readonly from: number;
}

/** The load or store at this place. */
function accessAt({ line, operand }: Place): Access | null {
  const [, width, kind, part] = ACCESS.exec(line.word) ?? [];
  if (width === undefined) return null;
  const isStore = kind === "store";
  const found = operand(isStore ? 1 : 0);
  const offset = /^\d+(?=:|$)/.exec(line.rest)?.[0];
  // An address that is not known, with a key that no other has.
  if (found === null || offset === undefined) return { address: UNKNOWN, bytes: 0, isStore, from: -1 };
  const { value, from } = found;
  const address = { ...value, low: value.low + Number(offset), high: value.high + Number(offset) };
  return { address, bytes: Number(part ?? width) / 8, isStore, from };
}

const UNKNOWN: Value = { terms: new Map([["?", 1]]), low: 0, high: 0 };

/** All that an access touches in so many turns; null when that is not known, or too much for one test. */
interface Span {
  readonly address: Value;
  readonly low: number;
  readonly high: number;
}

function spanOf(address: Value, bytes: number, stride: number | null, turns: number): Span | null {
  if (stride === null) return null;
  const moved = stride * (turns - 1);
  const low = address.low + Math.min(0, moved);
  const high = address.high + bytes + Math.max(0, moved);
  return high - low > MOST_BYTES ? null : { address, low, high };
}

/** As few ranges as cover all spans; in the order in which a turn comes to them. */
function rangesOf(spans: readonly (Span | null)[]): Range[] {
  const ranges: { address: Value; low: number; high: number }[] = [];
  for (const span of spans) {
    if (span === null) continue;
    const range = ranges.find(
      ({ address, low, high }) =>
        keyOf(address) === keyOf(span.address) && Math.max(high, span.high) - Math.min(low, span.low) <= MOST_BYTES,
    );
    if (range === undefined) ranges.push({ ...span });
    else {
      range.low = Math.min(range.low, span.low);
      range.high = Math.max(range.high, span.high);
    }
  }
  return ranges.map(({ address, low, high }) => ({
    start: { terms: address.terms, low, high: low },
    bytes: high - low,
  }));
}

function accessesOf(
  turn: Turn,
  ranges: readonly Range[],
  aligned: Alignments,
  steps: Steps,
  turns: number,
): RangeAccess[] {
  const found: RangeAccess[] = [];
  walk(turn.lines, aligned, (place) => {
    const access = accessAt(place);
    if (access === null || !isExact(access.address) || turn.lines[access.from]?.word !== "local.get") return;
    const stride = strideOf(access.address, steps);
    if (stride === null) return;
    const moved = stride * (turns - 1);
    const range = ranges.findIndex(({ start, bytes }) => {
      const offset = access.address.low - start.low;
      return (
        keyOf(start) === keyOf(access.address) &&
        offset + Math.min(0, moved) >= 0 &&
        offset + Math.max(0, moved) + access.bytes <= bytes
      );
    });
    if (range < 0) return;
    const offset = access.address.low - ranges[range]!.start.low;
    found.push({ address: access.from, access: place.index, range, offset, stride });
  });
  return found;
}
