import ts from "typescript";
import { libraryNames, readLibrary, WASM } from "../../src/cli/library-files.ts";
import { SealedSeries } from "../../src/cli/sealed-series.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import type { LibraryDescription } from "../../src/contract/description.ts";
import type { SyntaxProblem } from "../../src/contract/program.ts";
import {
  DEFAULT_QUARANTINE_BYTES,
  type LibraryFiles,
  type RunConditions,
  type RunReport,
} from "../../src/contract/run.ts";
import { Ledger, report } from "../../src/ledger/index.ts";
import { sealedFiles } from "../../src/sealed/node-entry.mjs";
import type { TraceBatch } from "../../src/trace/format.ts";

export type SealedRun =
  | { readonly kind: "refused"; readonly problems: readonly SyntaxProblem[] }
  | {
      readonly kind: "ran";
      readonly report: RunReport;
      readonly batches: readonly TraceBatch[];
      readonly work: number;
    };

export interface SealedRunOptions extends Partial<RunConditions> {
  readonly folder?: URL;
  readonly samples?: boolean;
  readonly mostWork?: number;
}

/** Runs sealed programs in one thread, one after the other: a thread for each would take ten times as long. */
export class SealedRuns {
  readonly #series = new SealedSeries();
  readonly #engine = sealedFiles();
  readonly #libraries = new Map<string, Promise<LibraryFiles>>();

  /** @throws Error when the run did not come to an end that its trace has */
  async run(
    text: string,
    { folder = WASM, samples = false, mostWork, ...conditions }: SealedRunOptions = {},
  ): Promise<SealedRun> {
    const compiled = compileProgram(ts, text);
    if (!compiled.ok) return { kind: "refused", problems: compiled.problems };
    const { program } = compiled;
    const known = libraryNames(folder);
    const wanted = program.libraries?.filter((name) => known.includes(name)) ?? known;
    const libraries = await Promise.all(wanted.map((name) => this.#library(name, folder, conditions.variants?.[name])));
    const batches: TraceBatch[] = [];
    const outcome = await this.#series.run(
      {
        program,
        libraries,
        known,
        build: "checked",
        samples,
        quarantineBytes: DEFAULT_QUARANTINE_BYTES,
        ...conditions,
        sealed: { ...(await this.#engine), ...(mostWork !== undefined && { mostWork }) },
      },
      { onBatch: (batch) => void batches.push(batch) },
    );
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    const { work } = outcome.done;
    if (work === undefined) throw new Error("it does not say what work it took");
    const descriptions = libraries.map((files) => JSON.parse(files.description) as LibraryDescription);
    const ledger = new Ledger({ spans: program.spans, descriptions, build: "checked" });
    for (const batch of batches) ledger.append(batch);
    return { kind: "ran", report: report(ledger), batches, work };
  }

  async end(): Promise<void> {
    await this.#series.end();
  }

  #library(name: string, folder: URL, variant?: string): Promise<LibraryFiles> {
    const key = new URL(`${name}.${variant ?? ""}`, folder).href;
    const read = this.#libraries.get(key) ?? readLibrary(name, "checked", folder, variant);
    this.#libraries.set(key, read);
    return read;
  }
}
