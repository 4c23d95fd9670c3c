import type { CSite, LibraryDescription } from "../contract/description.ts";
import type { CompiledProgram, Site } from "../contract/program.ts";
import type { CPlace } from "./moment.ts";

/** Turns the numbers in a trace into places in the learner's text and in the C sources. */
export class Places {
  readonly #sites: CompiledProgram["sites"];
  readonly #descriptions: ReadonlyMap<string, LibraryDescription>;

  constructor(sites: CompiledProgram["sites"], descriptions: readonly LibraryDescription[]) {
    this.#sites = sites;
    this.#descriptions = new Map(descriptions.map((description) => [description.name, description]));
  }

  description(library: string): LibraryDescription | null {
    return this.#descriptions.get(library) ?? null;
  }

  typescript(site: number): Site | null {
    return this.#sites[site] ?? null;
  }

  c(library: string, cSite: number): CPlace | null {
    const description = this.#descriptions.get(library);
    return place(description, description?.sites[cSite] ?? null);
  }

  /** Where a C function is defined; null for libc's. */
  definition(library: string, functionName: string): CPlace | null {
    const description = this.#descriptions.get(library);
    const found = description?.functions.find((candidate) => candidate.name === functionName);
    return place(description, found?.definition ?? null);
  }

  parameters(library: string, functionName: string): readonly string[] {
    const found = this.#descriptions.get(library)?.functions.find((candidate) => candidate.name === functionName);
    return found ? found.parameters.map((parameter) => parameter.name) : [];
  }
}

function place(description: LibraryDescription | undefined, site: CSite | null): CPlace | null {
  if (!description || !site) return null;
  return {
    library: description.name,
    file: description.files[site.file] ?? "",
    line: site.line,
    column: site.column,
    function: site.function,
  };
}
