import type { CLocation, LibraryDescription } from "../contract/description.ts";
import type { CompiledProgram, SourceSpan } from "../contract/program.ts";
import type { CSourceLocation } from "./snapshot.ts";

/** Turns the numbers in a trace into places in the learner's text and in the C sources. */
export class CodeLocations {
  readonly #spans: CompiledProgram["spans"];
  readonly #descriptions: ReadonlyMap<string, LibraryDescription>;

  constructor(spans: CompiledProgram["spans"], descriptions: readonly LibraryDescription[]) {
    this.#spans = spans;
    this.#descriptions = new Map(descriptions.map((description) => [description.name, description]));
  }

  description(library: string): LibraryDescription | null {
    return this.#descriptions.get(library) ?? null;
  }

  typescript(span: number): SourceSpan | null {
    return this.#spans[span] ?? null;
  }

  c(library: string, cLocation: number): CSourceLocation | null {
    const description = this.#descriptions.get(library);
    return place(description, description?.locations[cLocation] ?? null);
  }

  /** Where a C function is defined; null for libc's. */
  definition(library: string, functionName: string): CSourceLocation | null {
    const description = this.#descriptions.get(library);
    const found = description?.functions.find((candidate) => candidate.name === functionName);
    return place(description, found?.definition ?? null);
  }

  parameters(library: string, functionName: string): readonly string[] {
    const found = this.#descriptions.get(library)?.functions.find((candidate) => candidate.name === functionName);
    return found ? found.parameters.map((parameter) => parameter.name) : [];
  }
}

function place(description: LibraryDescription | undefined, span: CLocation | null): CSourceLocation | null {
  if (!description || !span) return null;
  return {
    library: description.name,
    file: description.files[span.file] ?? "",
    line: span.line,
    column: span.column,
    function: span.function,
  };
}
