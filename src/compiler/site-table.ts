import type TypeScript from "typescript";
import type { Site } from "../contract/program.ts";

/** Gives each place in the learner's text a number, from 1. */
export class SiteTable {
  readonly #sites: (Site | null)[] = [null];

  add(file: TypeScript.SourceFile, start: number, end: number, name: string | null): number {
    const from = file.getLineAndCharacterOfPosition(start);
    const to = file.getLineAndCharacterOfPosition(end);
    return (
      this.#sites.push({
        line: from.line + 1,
        column: from.character + 1,
        endLine: to.line + 1,
        endColumn: to.character + 1,
        name,
      }) - 1
    );
  }

  all(): readonly (Site | null)[] {
    return this.#sites;
  }
}
