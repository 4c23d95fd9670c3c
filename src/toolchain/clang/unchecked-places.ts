/** A file as the compiler knows it, and a 1-based line of it. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** Where in the program the parts of its IR come from, as far as the IR says. */
export class UncheckedPlaces {
  readonly #lines: readonly string[];
  /** Entries of debug information by number. */
  readonly #entries = new Map<string, string>();
  readonly #source: string;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    let source = "";
    for (const line of lines) {
      const entry = /^!(\d+) = (.*)$/.exec(line);
      if (entry) this.#entries.set(entry[1]!, entry[2]!);
      else source = /^source_filename = "(.*)"$/.exec(line)?.[1] ?? source;
    }
    this.#source = source;
  }

  ofFile(): Place {
    return { file: this.#source, line: null };
  }

  /** @param definition The line that begins it. */
  ofFunction(definition: string): Place {
    const entry = this.#entries.get(/ !dbg !(\d+)/.exec(definition)?.[1] ?? "") ?? "";
    return { file: this.#fileOf(entry), line: lineOf(entry) };
  }

  ofInstruction(instruction: string): Place {
    const entry = this.#entries.get(/, !dbg !(\d+)/.exec(instruction)?.[1] ?? "") ?? "";
    return { file: this.#fileOf(entry), line: lineOf(entry) };
  }

  /**
   * The first instruction that names something; where none does that has a line, its file.
   *
   * @param name As the IR writes it, after the `@`.
   * @param declaration Index of the line that declares it.
   */
  ofFirstUse(name: string, declaration: number): Place {
    const named = new RegExp(`@${name.replace(/[^\w"]/g, "\\$&")}(?![-\\w$.])`);
    const use = this.#lines.find((line, index) => index !== declaration && /^ .*!dbg/.test(line) && named.test(line));
    return use === undefined ? this.ofFile() : this.ofInstruction(use);
  }

  /** The file of an entry, or of the scope it stands in. */
  #fileOf(entry: string): string {
    let current = entry;
    for (let depth = 0; depth < 64 && current !== ""; depth += 1) {
      const file = /\bfile: !(\d+)/.exec(current)?.[1];
      if (file !== undefined) return /filename: "([^"]*)"/.exec(this.#entries.get(file) ?? "")?.[1] ?? this.#source;
      current = this.#entries.get(/\bscope: !(\d+)/.exec(current)?.[1] ?? "") ?? "";
    }
    return this.#source;
  }
}

function lineOf(entry: string): number | null {
  const line = Number(/\bline: (\d+)/.exec(entry)?.[1] ?? 0);
  return line === 0 ? null : line;
}
