import type TypeScript from "typescript";
import type { SourceSpan } from "../contract/program.ts";

/** Gives each place in the learner's text a number, from 1. */
export class SpanTable {
  readonly #spans: (SourceSpan | null)[] = [null];

  add(file: TypeScript.SourceFile, start: number, end: number, name: string | null): number {
    const from = file.getLineAndCharacterOfPosition(start);
    const to = file.getLineAndCharacterOfPosition(end);
    return (
      this.#spans.push({
        line: from.line + 1,
        column: from.character + 1,
        endLine: to.line + 1,
        endColumn: to.character + 1,
        name,
      }) - 1
    );
  }

  /** A scope's end, where what it has declared with `using` is disposed of. */
  addScopeEnd(file: TypeScript.SourceFile, start: number, end: number): number {
    const span = this.add(file, start, end, null);
    this.#spans[span] = { ...this.#spans[span]!, scopeEnd: true };
    return span;
  }

  all(): readonly (SourceSpan | null)[] {
    return this.#spans;
  }
}
