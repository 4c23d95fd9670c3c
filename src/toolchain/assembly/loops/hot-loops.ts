import { opensBlock, readLine, withoutLabels, type Line } from "../lines.ts";
import { Copier } from "./copier.ts";
import { findChecks, type InlineCheck } from "./inline-checks.ts";
import { FunctionLocals } from "./function-locals.ts";
import { mergeTests, shadowTest } from "./merged-tests.ts";
import { planTurns } from "./several-turns.ts";
import { startsOf } from "./loop-start.ts";
import { turnsAtOnce } from "./turns-at-once.ts";
import { turnOf, type Turn } from "./turn.ts";

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
 * Where the addresses are known some turns ahead (`several-turns.ts`), a third loop comes before the hot one. It makes
 * these turns with one test for all of them, as long as that passes:
 *
 *     … block one · loop several · the tests, br_if one · the turns · end_loop · end_block one · loop hot …
 */
export function moveChecksOutOfLoops(lines: readonly Line[]): Line[] {
  const output: string[] = [];
  const locals = new FunctionLocals();
  let loc: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const { word, text } = lines[at]!;
    if (word === ".loc") loc = text;
    if (word === "end_function") loc = null;
    const end = word === "loop" ? endOfInnermost(lines, at) : -1;
    const moved = end < 0 ? null : transform(lines.slice(at, end + 1), loc, startsOf(lines, at), locals);
    if (moved === null) {
      locals.pass(lines[at]!, output);
      output.push(text);
      continue;
    }
    output.push(...moved);
    for (; at < end; at++) if (lines[at]!.word === ".loc") loc = lines[at]!.text;
    // What follows the loop has the position it would have had after the loop as it was.
    if (loc !== null) output.push(loc);
  }
  // What is declared for a function stands behind a line that was there, in one text.
  return output.flatMap((text) => text.split("\n")).map(readLine);
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
function transform(
  loop: readonly Line[],
  loc: string | null,
  starts: ReadonlyMap<string, number>,
  locals: FunctionLocals,
): string[] | null {
  const body = loop.slice(1, -1);
  // Blocks with a result are rare; and in a loop that calls anyway, one call more or less does not matter.
  if ([loop[0]!, ...body].some(({ word, rest }) => opensBlock(word) && rest !== "")) return null;
  const checks = findChecks(body, loc);
  if (checks.length === 0 || checks.filter((check) => check.depth > 0).length > MOST_NESTED) return null;
  if (body.filter(({ word }) => word === "call" || word === "call_indirect").length > checks.length) return null;
  const turn = turnOf(body, checks);
  const reaches = mergeTests(turn, checks);
  const plan = planTurns(turn, checks, starts);
  const bases = plan === null ? [] : locals.reserve(plan.ranges.length);
  return [
    ...["\tblock", "\tloop", ...checks.map(() => "\tblock")],
    ...(plan === null ? [] : turnsAtOnce(turn, checks, reaches, plan, bases)),
    ...hotLoop(turn, checks, reaches),
    `\tbr\t${checks.length + 1}`,
    ...checks.flatMap((_, index) => slowRest(body, checks, index)),
    ...["\tend_loop", "\tend_block"],
  ];
}

function hotLoop(turn: Turn, checks: readonly InlineCheck[], reaches: readonly (number | null)[]): string[] {
  // Outside of it there are now the slow rests' blocks, a loop and a block more.
  const copier = new Copier((label, depth) => (label > depth ? label + checks.length + 2 : label));
  const output = ["\tloop"];
  for (const [at, line] of turn.lines.entries()) {
    const index = turn.drops.indexOf(at);
    const reach = reaches[index] ?? null;
    // The address stays in its local for the slow rest, and for the access itself.
    if (reach === null) output.push(copier.line(line));
    else output.push(...shadowTest(reach, checks[index]!), `\tbr_if\t${index + 1 + checks[index]!.depth}`);
  }
  output.push("\tend_loop");
  return output;
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
    ...(check.loc === null ? [] : [check.loc]),
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
