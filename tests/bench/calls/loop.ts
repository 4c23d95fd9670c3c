import type { Loop } from "../compare.ts";

/** How often the text of a loop does its work before it counts on, for what costs little beside the counting. */
export const AT_ONCE = 4;

let made = 0;

/**
 * A loop over `body`, in which the given things stand by their names, and `sum` keeps what has to be used.
 *
 * Each loop is compiled from a text of its own: an engine keeps what it has learnt about a text, and with one text for
 * two loops neither call would be put in line.
 *
 * @param atOnce how often the work is written out before the loop counts on
 */
export function loopOver(things: Readonly<Record<string, unknown>>, body: string, atOnce = 1): Loop {
  made += 1;
  const make = new Function(
    ...Object.keys(things),
    `/* ${made} */ return (times) => {
      let sum = 0;
      for (let i = 0; i < times; i += ${atOnce}) { ${`${body}\n`.repeat(atOnce)} }
      return sum;
    };`,
  );
  return make(...Object.values(things)) as Loop;
}
