import { isLabel, readLine, type Line } from "../lines.ts";
import { Copier } from "./copier.ts";
import { MEMORY_LIMIT } from "../../checker/interface.ts";
import type { InlineCheck } from "./inline-checks.ts";
import { rangeTest, shadowTest } from "./merged-tests.ts";
import type { Range, SeveralTurns } from "./several-turns.ts";
import type { Turn } from "./turn.ts";

/**
 * The loop that makes several turns with one test, in a block of its own that is left when the test fails. It stands in
 * the blocks of the slow rests.
 *
 * @param bases A local for each range, for its beginning.
 */
export function turnsAtOnce(
  turn: Turn,
  checks: readonly InlineCheck[],
  reaches: readonly (number | null)[],
  plan: SeveralTurns,
  bases: readonly string[],
): string[] {
  const output = ["\tblock", "\tloop", ...plan.ranges.flatMap((range, index) => testOf(range, bases[index]!))];
  for (let number = 0; number < plan.turns; number++) {
    const isLast = number === plan.turns - 1;
    // A turn that goes on goes to the end of its block, where the next one stands; the last one to the beginning.
    const inside = isLast ? 2 : 3;
    // The way out of the loop: past the block of the tests, the slow rests, the loop around them and its block.
    const out = inside + checks.length + 1;
    const copier = new Copier((label, depth) => (label > depth ? label + out : label));
    if (!isLast) output.push("\tblock");
    for (const [at, line] of withOffsets(turn.lines, plan, bases, number).entries()) {
      const index = turn.drops.indexOf(at);
      const reach = index < 0 || plan.inRange[index] ? null : (reaches[index] ?? null);
      if (reach !== null) {
        output.push(...shadowTest(reach, checks[index]!), `\tbr_if\t${inside + index + checks[index]!.depth}`);
      } else if (!isLabel(line)) output.push(copier.line(line));
    }
    output.push(`\tbr\t${out}`);
    if (!isLast) output.push("\tend_block");
  }
  return [...output, "\tend_loop", "\tend_block"];
}

/**
 * Leaves the loop unless all of a range may be accessed. An address beyond all memory has no shadow: it is not looked for,
 * and neither is one that lies before address 0, which is the same.
 */
function testOf({ start, bytes }: Range, base: string): string[] {
  return [
    ...addressOf(start),
    ...[`\tlocal.tee\t${base}`, `\ti32.const\t${MEMORY_LIMIT}`, "\ti32.ge_u", "\tbr_if\t1"],
    ...[...rangeTest(bytes, base), "\tbr_if\t1"],
  ];
}

function addressOf({ terms, low }: Range["start"]): string[] {
  const parts = [...terms].map(([term, factor]) => [
    term.startsWith("=") ? `\ti32.const\t${term.slice(1)}` : `\tlocal.get\t${term}`,
    ...(factor === 1 ? [] : [`\ti32.const\t${factor}`, "\ti32.mul"]),
  ]);
  if (low !== 0 || parts.length === 0) parts.push([`\ti32.const\t${low}`]);
  return parts.flatMap((part, index) => (index === 0 ? part : [...part, "\ti32.add"]));
}

/** The turn's lines; accesses whose place in a range is known go by the range's beginning. */
function withOffsets(lines: readonly Line[], plan: SeveralTurns, bases: readonly string[], number: number): Line[] {
  const output = [...lines];
  for (const { address, access, range, offset, stride } of plan.accesses) {
    const { word, rest } = lines[access]!;
    output[address] = readLine(`\tlocal.get\t${bases[range]!}`);
    output[access] = readLine(`\t${word}\t${rest.replace(/^\d+/, String(offset + number * stride))}`);
  }
  return output;
}
