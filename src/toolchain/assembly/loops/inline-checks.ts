import { closesBlock, isLabel, opensBlock, withoutLabels, type Line } from "../lines.ts";
import { locationStored } from "../locations.ts";

/**
 * One of the instrumentation's inline checks within a loop's body:
 *
 *     block · … local.tee ADDRESS · i32.const 3 · i32.shr_u · i32.load8_s 0 · …
 *     br_if 0 · the exact test · br_if 0 · local.get ADDRESS · the location is stored ·
 *     call __asan_report_load4_noabort · end_block
 */
export interface InlineCheck {
  /** Index in the body of its `block`, of the shadow's load, and of its `end_block`. */
  readonly begin: number;
  readonly load: number;
  readonly end: number;
  /** How many blocks of the body are open where it begins. */
  readonly depth: number;
  /** The local that holds the address. */
  readonly address: string;
  /** Bytes of the access. */
  readonly bytes: number;
}

const LOAD = /^i32\.load(8_[su]|16_[su])?$/;

const REPORT = /^__asan_report_(?:load|store)(\d+)_noabort$/;

const isShadowLoad = ({ word, rest }: Line): boolean =>
  /^i32\.load(8|16)_[su]$/.test(word) && /^0(:p2align=\d+)?$/.test(rest);

/** What may stand in a check without doing anything but look. */
const PURE =
  /^(local\.(get|set|tee)|i32\.(const|add|sub|mul|and|or|xor|shl|shr_[us]|eqz|eq|ne|[lg][te]_[us])|\.loc|br_if|)$/;

export function findChecks(body: readonly Line[]): InlineCheck[] {
  const checks: InlineCheck[] = [];
  let depth = 0;
  for (let i = 0; i < body.length; i++) {
    const { word } = body[i]!;
    if (closesBlock(word)) depth--;
    if (!opensBlock(word)) continue;
    const check = readCheck(body, i, depth);
    if (check === null) {
      depth++;
      continue;
    }
    checks.push(check);
    i = check.end;
  }
  return checks;
}

/** Whether the three lines from here on store the check's location. */
function storesLocation(body: readonly Line[], at: number): boolean {
  const [address, number, store] = body.slice(at, at + 3);
  return address!.word === "i32.const" && store !== undefined && locationStored(store, number) !== null;
}

/** Null when what begins at `begin` has not exactly this shape: then it stays as it is. */
function readCheck(body: readonly Line[], begin: number, depth: number): InlineCheck | null {
  let load = -1;
  let address: string | null = null;
  let last: Line | null = null;
  let tested = false;
  let bytes = 0;
  for (let i = begin + 1; i < body.length; i++) {
    const line = body[i]!;
    const { word, rest } = line;
    if (word === "end_block") return tested && address !== null ? { begin, load, end: i, depth, address, bytes } : null;
    const report = word === "call" ? REPORT.exec(rest) : null;
    if (report !== null) {
      bytes = Number(report[1]);
      // Nothing but the address is handed to the report.
      if (last?.word === "local.get") address = last.rest;
    } else if (isLabel(line) || word === "" || word === ".loc") continue;
    else if (storesLocation(body, i)) {
      i += 2;
      continue;
    } else if (bytes > 0) return null;
    else if (LOAD.test(word)) {
      // The program's own loads may lead to the address; the shadow's is the last one.
      if (tested) return null;
      load = i;
    } else if (!PURE.test(word)) return null;
    else if (word === "br_if") {
      if (load < 0 || !isShadowLoad(body[load]!) || rest !== "0") return null;
      tested = true;
    }
    last = line;
  }
  return null;
}

const DROP: Line = { text: "\tdrop", word: "drop", rest: "" };

/** What a turn of a loop does when no check of it fails. */
export interface Turn {
  /** The body without its checks: of each is left how the shadow's address is made, and a `drop`. */
  readonly lines: readonly Line[];
  /** Where these drops are, in the order of the checks. */
  readonly drops: readonly number[];
}

export function turnOf(body: readonly Line[], checks: readonly InlineCheck[]): Turn {
  const lines: Line[] = [];
  const drops: number[] = [];
  let from = 0;
  for (const { begin, load, end } of checks) {
    lines.push(...withoutLabels(body.slice(from, begin)), ...withoutLabels(body.slice(begin + 1, load)), DROP);
    drops.push(lines.length - 1);
    from = end + 1;
  }
  return { lines: [...lines, ...withoutLabels(body.slice(from))], drops };
}
