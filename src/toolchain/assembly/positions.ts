import type { Line } from "./lines.ts";

const FILE = /^(\d+)\s+(?:"((?:[^"\\]|\\.)*)"\s+)?"((?:[^"\\]|\\.)*)"/;

/** Follows the `.file` and `.loc` lines of one file's assembly. */
export class Positions {
  readonly #files = new Map<string, string>();

  /**
   * Where the code behind this line stands in C, as the line says; null when it says nothing of that. Line 0 is code of
   * no line of its own.
   */
  read({ word, rest }: Line): { readonly file: string; readonly line: number; readonly column: number } | null {
    if (word === ".file") {
      const [, number, folder, name] = FILE.exec(rest) ?? [];
      if (number !== undefined) {
        this.#files.set(number, folder === undefined || folder === "." ? name! : `${folder}/${name!}`);
      }
    }
    if (word !== ".loc") return null;
    const [file, line, column] = rest.split(/\s+/, 3);
    return { file: this.#files.get(file!) ?? "", line: Number(line), column: Number(column) };
  }
}
