import { MAX_STRING_LENGTH } from "../trace/limits.ts";

/** Cuts a stream of bytes into lines of text. A line that is longer than a trace's strings may be is given in pieces. */
export class Lines {
  readonly #give: (line: string) => void;
  readonly #decoder = new TextDecoder();
  #rest = "";

  constructor(give: (line: string) => void) {
    this.#give = give;
  }

  write(bytes: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split("\n");
    const rest = lines.pop()!;
    for (const line of lines) this.#give(this.#lastPiece(line));
    this.#rest = this.#lastPiece(rest);
  }

  /** What is left is a line too, if it is anything. */
  end(): void {
    const rest = this.#rest + this.#decoder.decode();
    this.#rest = "";
    if (rest !== "") this.#give(this.#lastPiece(rest));
  }

  /** Returns the last piece of a line, after it has given those before. */
  #lastPiece(line: string): string {
    let from = 0;
    for (; line.length - from > MAX_STRING_LENGTH; from += MAX_STRING_LENGTH) {
      this.#give(line.slice(from, from + MAX_STRING_LENGTH));
    }
    return line.slice(from);
  }
}
