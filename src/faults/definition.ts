import type { Facts } from "./facts.ts";

/** What is the same for every report of one fault: what each `fault.ts` defines. */
export interface FaultDefinition {
  /** Never given to another fault: programs, receipts and links keep it. */
  readonly code: `FFI${string}`;
  /** The field's own word for the fault. */
  readonly name: string;
  /** A sentence fragment that begins a report. */
  readonly title: string;
  readonly once: Once;
}

/**
 * How often one wrong act is reported:
 *
 * - `per block`: the cause lies with the block and before its use, as when it was released too early. Each later use of
 *   the block comes of that one act. At one place it is reported once, too.
 * - `per place`: the place is the act, whatever block a loop has come to there.
 * - `per subject`: one place can have several that are each a wrong act, as what was lost there. The same block, or the
 *   same function and address, is reported once.
 */
export type Once = "per block" | "per place" | "per subject";

/** For whom a report is worded: a program of TypeScript and C, or one of C alone. */
export type Audience = "typescript-and-c" | "c";

/** What a report says. Names of code stand in backticks, as in Markdown. */
export interface Wording {
  /** What happened, to which memory. It is made a sentence where it is used: it may begin with a small letter. */
  readonly message: string;
  /** What to do: a sentence. */
  readonly advice: string;
}

export type Write<D> = (facts: Facts<D>) => Wording;

/** How one fault is put into words: what each `words.ts` defines. */
export type Words<D> = Readonly<Record<Audience, Write<D>>>;

/** Words that are true for both audiences. */
export const forBoth = <D>(write: Write<D>): Words<D> => ({ "typescript-and-c": write, c: write });
