import { closesBlock, isLabel, opensBlock, type Line } from "../lines.ts";

/**
 * One of the instrumentation's inline checks within a loop's body:
 *
 *     block · … local.tee ADDRESS · i32.const 3 · i32.shr_u · i32.load8_s 0 · …
 *     br_if 0 · the exact test · br_if 0 · local.get ADDRESS · call __asan_report_load4_noabort · end_block
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
  /** Its load of the shadow, as it is written. */
  readonly shadowLoad: string;
  /** The `.loc` line in force where it begins. */
  readonly loc: string | null;
}

const LOAD = /^i32\.load(8_[su]|16_[su])?$/;

const isShadowLoad = ({ word, rest }: Line): boolean =>
  /^i32\.load(8|16)_[su]$/.test(word) && /^0(:p2align=\d+)?$/.test(rest);

/** What may stand in a check without doing anything but look. */
const PURE =
  /^(local\.(get|set|tee)|i32\.(const|add|sub|mul|and|or|xor|shl|shr_[us]|eqz|eq|ne|[lg][te]_[us])|\.loc|br_if|)$/;

export function findChecks(body: readonly Line[], locAtStart: string | null): InlineCheck[] {
  const checks: InlineCheck[] = [];
  let depth = 0;
  let loc = locAtStart;
  for (let i = 0; i < body.length; i++) {
    const { word, text } = body[i]!;
    if (word === ".loc") loc = text;
    if (closesBlock(word)) depth--;
    if (!opensBlock(word)) continue;
    const check = readCheck(body, i, depth, loc);
    if (check === null) {
      depth++;
      continue;
    }
    checks.push(check);
    for (; i < check.end; i++) if (body[i]!.word === ".loc") loc = body[i]!.text;
  }
  return checks;
}

/** Null when what begins at `begin` has not exactly this shape: then it stays as it is. */
function readCheck(body: readonly Line[], begin: number, depth: number, loc: string | null): InlineCheck | null {
  let load = -1;
  let bytes = 0;
  let address: string | null = null;
  let last: Line | null = null;
  let tested = false;
  for (let i = begin + 1; i < body.length; i++) {
    const line = body[i]!;
    const { word, rest } = line;
    if (word === "end_block") {
      if (!tested || address === null) return null;
      return { begin, load, end: i, depth, address, bytes, shadowLoad: body[load]!.text, loc };
    }
    const report = word === "call" ? /^__asan_report_(?:load|store)(\d+)_noabort$/.exec(rest) : null;
    if (report) {
      bytes = Number(report[1]);
      // Nothing but the address is handed to the report.
      if (last?.word === "local.get") address = last.rest;
    } else if (isLabel(line) || word === "" || word === ".loc") continue;
    else if (bytes > 0) return null;
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
