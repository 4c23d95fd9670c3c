import { newLines, opensBlock, readLine, withoutLabels, type Line } from "../lines.ts";
import { Copier } from "./copier.ts";
import { findChecks, type InlineCheck } from "./inline-checks.ts";
import { severalTurns } from "./several-turns.ts";

/**
 * Moves what a failing check does out of the loop it is in.
 *
 * The instrumentation writes each check where it is needed: a test of the shadow and, beside it, the exact test and the
 * call that reports. A call in a loop costs even when it never happens: engines keep nothing in registers across it, and
 * every turn jumps over it. Here an innermost loop becomes two: a hot one that holds only the tests of the shadow, and,
 * behind it, for each check a slow rest of the turn that begins with the exact check and, at its end, goes back into the
 * hot loop:
 *
 *     block exit · loop again · block slow2 · block slow1
 *       loop hot · … br_if slow1 · … br_if slow2 · … · end_loop · br exit
 *     end_block slow1 · exact check 1, the code up to check 2
 *     end_block slow2 · exact check 2, the code up to the end of the turn, br again
 *     end_loop · end_block
 *
 * No access goes untested; only where the rare path stands changes.
 *
 * Where the addresses are known some turns ahead, a third loop comes before the hot one (`several-turns.ts`). It makes
 * these turns with one test for all of them, as long as that passes:
 *
 *     block exit · loop again · block one · loop several · the tests, br_if one · the turns · end_loop · end_block one · …
 *
 * @param lines What `storeLocations` made: a report has its location with it, wherever it is moved.
 */
export function moveChecksOutOfLoops(lines: readonly Line[]): Line[] {
  const output: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = lines[at]!.word === "loop" ? endOfInnermost(lines, at) : -1;
    const moved = end < 0 ? null : transform(lines.slice(at, end + 1));
    output.push(...(moved === null ? [lines[at]!] : newLines(...moved)));
    if (moved !== null) at = end;
  }
  return output;
}

/** Index of the `end_loop` of the loop that begins at `at`; -1 when there is another loop, or a `try`, in it. */
function endOfInnermost(lines: readonly Line[], at: number): number {
  for (let i = at + 1; i < lines.length; i++) {
    const { word } = lines[i]!;
    if (word === "loop" || word === "try" || word === "end_function") return -1;
    if (word === "end_loop") return i;
  }
  return -1;
}

/** Slow rests repeat code: a loop with more checks inside branches than this stays as it is. */
const MOST_NESTED = 12;

/** @param loop From `loop` to `end_loop`. Null when it stays as it is. */
function transform(loop: readonly Line[]): string[] | null {
  const body = loop.slice(1, -1);
  // Blocks with a result are rare; and in a loop that calls anyway, one call more or less does not matter.
  if ([loop[0]!, ...body].some(({ word, rest }) => opensBlock(word) && rest !== "")) return null;
  const checks = findChecks(body);
  if (checks.length === 0 || checks.filter((check) => check.depth > 0).length > MOST_NESTED) return null;
  if (body.filter(({ word }) => word === "call" || word === "call_indirect").length > checks.length) return null;
  return [
    ...["\tblock", "\tloop", ...severalTurns(body, checks), ...checks.map(() => "\tblock")],
    ...hotLoop(body, checks),
    `\tbr\t${checks.length + 1}`,
    ...checks.flatMap((_, index) => slowRest(body, checks, index)),
    ...["\tend_loop", "\tend_block"],
  ];
}

/** The turns in which no check fails. */
function hotLoop(body: readonly Line[], checks: readonly InlineCheck[]): string[] {
  // Outside of it there are now the slow rests' blocks, a loop and a block more.
  const copier = new Copier((label, depth) => (label > depth ? label + checks.length + 2 : label));
  const output = ["\tloop"];
  let from = 0;
  for (const [index, { begin, load, end, depth }] of checks.entries()) {
    // The address stays in its local for the slow rest, and for the access itself.
    const test = body.slice(begin + 1, load + 1);
    output.push(...copier.copy([...body.slice(from, begin), ...test]), `\tbr_if\t${index + 1 + depth}`);
    from = end + 1;
  }
  return [...output, ...copier.copy(body.slice(from)), "\tend_loop"];
}

/** What is left of a turn from one check on, up to the next check that has its rest right behind. */
function slowRest(body: readonly Line[], checks: readonly InlineCheck[], index: number): string[] {
  const check = checks[index]!;
  const open = checks.length - index - 1;
  const copier = new Copier((label, depth) => {
    if (label < depth) return label;
    return label === depth ? label + open : label + open + 1;
  });
  const next = checks.findIndex((other, at) => at > index && other.depth === 0);
  const rest = next < 0 ? body.slice(check.end + 1) : upTo(body, checks[next]!, check.end + 1);
  return [
    "\tend_block",
    // The blocks that the check stands in.
    ...Array.from({ length: check.depth }, () => copier.open()),
    ...["\tblock", `\tlocal.get\t${check.address}`, "\ti32.const\t3", "\ti32.shr_u"],
    ...withoutLabels(body.slice(check.load, check.end + 1)).map(({ text }) => text),
    ...copier.copy(withoutLabels(rest)),
    ...(next > index + 1 ? [`\tbr\t${next - index - 1}`] : []),
    // Past the last check the turn ends, and with it the loop, unless it branched back before that.
    ...(next < 0 && open > 0 ? [`\tbr\t${open + 1}`] : []),
  ];
}

/** The code from `from` to a check, and how its address is made: the check's own rest finds it in its local. */
function upTo(body: readonly Line[], { begin, load }: InlineCheck, from: number): Line[] {
  return [...body.slice(from, begin), ...body.slice(begin + 1, load), readLine("\tdrop")];
}
