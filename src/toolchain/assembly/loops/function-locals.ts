import { readLine, type Line } from "../lines.ts";

/** Adds locals to the function that is being written, in whose text they are declared before the first instruction. */
export class FunctionLocals {
  /** Index in the output of the line after which, or in which, they are declared. */
  #declared = -1;
  /** The number of the first added one. */
  #first = 0;
  #added = 0;

  /** To be told of each line before it is put at the end of `output`. */
  pass({ word, rest }: Line, output: string[]): void {
    if (word === ".functype") {
      const parameters = /\(([^)]*)\)\s*->/.exec(rest)?.[1] ?? "";
      this.#declared = output.length;
      this.#first = count(parameters);
      this.#added = 0;
    } else if (word === ".local") {
      this.#declared = output.length;
      this.#first += count(rest);
    } else if (word === "end_function" && this.#added > 0) {
      const types = Array.from({ length: this.#added }, () => "i32").join(", ");
      const line = output[this.#declared]!;
      output[this.#declared] = readLine(line).word === ".local" ? `${line}, ${types}` : `${line}\n\t.local\t${types}`;
      this.#added = 0;
    }
  }

  /** The names of so many locals of type i32 whose values nobody else needs. Asking again gives the same ones. */
  reserve(wanted: number): string[] {
    this.#added = Math.max(this.#added, wanted);
    return Array.from({ length: wanted }, (_, index) => String(this.#first + index));
  }
}

const count = (list: string): number => list.split(",").filter((type) => type.trim() !== "").length;
