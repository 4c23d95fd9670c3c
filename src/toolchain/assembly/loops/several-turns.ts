import type { Line } from "../lines.ts";
import { Copier } from "./copier.ts";
import { MEMORY_LIMIT } from "../../checker/interface.ts";
import { turnOf, type InlineCheck } from "./inline-checks.ts";
import { keyOf, steadyAddresses, type SteadyAddress, type Sum } from "./steady-addresses.ts";

const TURNS = [8, 4, 2];
/** Lines that all turns together may have. */
const MOST_LINES = 640;
const MOST_RANGES = 4;

/**
 * A loop that makes several turns with one test of the shadow, in a block of its own that is left when the test fails.
 *
 * Where the addresses of a loop's accesses advance by the same number of bytes with every turn, all that the next turns
 * can access is known before them; and when all these bytes are accessible, no check of these turns could fail.
 *
 * Empty for a loop that cannot be made so. The code stands in a loop and a block, as `hot-loops.ts` says.
 */
export function severalTurns(body: readonly Line[], checks: readonly InlineCheck[]): string[] {
  const turn = turnOf(body, checks);
  const addresses = steadyAddresses(turn, checks);
  if (addresses === null) return [];
  for (const turns of TURNS) {
    const tests = rangesOf(addresses, checks, turns).map(testOf);
    if (turns * turn.lines.length > MOST_LINES || tests.length > MOST_RANGES || tests.includes(null)) continue;
    return [
      ...["\tblock", "\tloop", ...tests.flatMap((test) => test!)],
      ...Array.from({ length: turns }, (_, index) => oneOf(turn.lines, index === turns - 1)).flat(),
      ...["\tend_loop", "\tend_block"],
    ];
  }
  return [];
}

/** A turn that goes on goes to the end of its block, where the next one stands; the last one to the loop's beginning. */
function oneOf(turn: readonly Line[], isLast: boolean): string[] {
  // To the end of all: past this turn's block, the loop of several turns, its block, the loop around, and its block.
  const out = isLast ? 3 : 4;
  const copier = new Copier((label, depth) => (label > depth ? label + out : label));
  const lines = [...copier.copy(turn), `\tbr\t${out}`];
  return isLast ? lines : ["\tblock", ...lines, "\tend_block"];
}

interface Range {
  readonly start: Sum;
  readonly bytes: number;
}

/** All that so many turns access. */
function rangesOf(addresses: readonly SteadyAddress[], checks: readonly InlineCheck[], turns: number): Range[] {
  const ranges = new Map<string, { terms: Sum["terms"]; low: number; high: number }>();
  for (const [index, { address, stride }] of addresses.entries()) {
    const key = keyOf(address);
    const moved = stride * (turns - 1);
    const low = address.constant + Math.min(0, moved);
    const high = address.constant + address.slack + Math.max(0, moved) + checks[index]!.bytes;
    const range = ranges.get(key) ?? { terms: address.terms, low, high };
    ranges.set(key, { terms: address.terms, low: Math.min(low, range.low), high: Math.max(high, range.high) });
  }
  return [...ranges.values()].map(({ terms, low, high }) => ({
    start: { terms, constant: low, slack: 0 },
    bytes: high - low,
  }));
}

/** Loads of the shadow, and how many bytes each sees at most, wherever they begin. */
const LOADS = [
  { most: 9, test: ["\ti32.load16_u\t0:p2align=0"] },
  { most: 25, test: ["\ti32.load\t0:p2align=0"] },
  { most: 57, test: ["\ti64.load\t0:p2align=0", "\ti64.const\t0", "\ti64.ne"] },
];

/**
 * Leaves the loop unless all of a range may be accessed; null when that is too much for one load. An address beyond all
 * memory has no shadow: it is not looked for, and neither is one before address 0, which is the same.
 */
function testOf({ start, bytes }: Range): string[] | null {
  const load = LOADS.find((each) => bytes <= each.most);
  if (load === undefined) return null;
  return [
    ...[...codeOf(start), `\ti32.const\t${MEMORY_LIMIT}`, "\ti32.ge_u", "\tbr_if\t1"],
    ...[...codeOf(start), "\ti32.const\t3", "\ti32.shr_u", ...load.test, "\tbr_if\t1"],
  ];
}

function codeOf({ terms, constant }: Sum): string[] {
  const parts = [...terms].flatMap(([name, factor]) => [
    name.startsWith("=") ? `\ti32.const\t${name.slice(1)}` : `\tlocal.get\t${name}`,
    ...[`\ti32.const\t${factor}`, "\ti32.mul", "\ti32.add"],
  ]);
  return [`\ti32.const\t${constant}`, ...parts];
}
