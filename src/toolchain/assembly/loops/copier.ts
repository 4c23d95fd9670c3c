import { closesBlock, opensBlock, type Line } from "../lines.ts";

/** Copies code into another nesting: branches within it stay, those that leave it get a new label. */
export class Copier {
  readonly #label: (label: number, depth: number) => number;
  #depth = 0;

  /** @param label The new label of a branch; `depth` is how many of the copied blocks are open where it stands. */
  constructor(label: (label: number, depth: number) => number) {
    this.#label = label;
  }

  open(): string {
    this.#depth++;
    return "\tblock";
  }

  copy(lines: readonly Line[]): string[] {
    return lines.map((line) => this.line(line));
  }

  line({ text, word, rest }: Line): string {
    if (opensBlock(word)) this.#depth++;
    if (closesBlock(word)) this.#depth--;
    if (word !== "br" && word !== "br_if" && word !== "br_table") return text;
    return `\t${word}\t${rest.replace(/\d+/g, (label) => String(this.#label(Number(label), this.#depth)))}`;
  }
}
