import { CONSOLE_LINE_BYTES, MAX_CONSOLE_BYTES } from "./limits.ts";

/** What a run may still print. */
export class ConsoleBudget {
  #bytes = MAX_CONSOLE_BYTES;

  /** Whether a line has been refused: then all further ones are. */
  get isSpent(): boolean {
    return this.#bytes < 0;
  }

  /** Answers whether this line may be printed too. */
  take(line: string): boolean {
    this.#bytes -= 2 * line.length + CONSOLE_LINE_BYTES;
    return !this.isSpent;
  }
}
