import { readLine, type Line } from "../lines.ts";
import type { InlineCheck } from "./inline-checks.ts";

/** What a turn of a loop does when no check of it fails. */
export interface Turn {
  /** The body without the checks: of each is left how the shadow's address is made, and a `drop` that takes it off the stack. */
  readonly lines: readonly Line[];
  /** Where these drops are, in the order of the checks. */
  readonly drops: readonly number[];
}

const DROP = readLine("\tdrop");

export function turnOf(body: readonly Line[], checks: readonly InlineCheck[]): Turn {
  const lines: Line[] = [];
  const drops: number[] = [];
  let from = 0;
  for (const { begin, load, end } of checks) {
    lines.push(...body.slice(from, begin), ...body.slice(begin + 1, load), DROP);
    drops.push(lines.length - 1);
    from = end + 1;
  }
  lines.push(...body.slice(from));
  return { lines, drops };
}
