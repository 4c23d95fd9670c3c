import ts from "typescript";
import { compileChecks, compileProgram } from "../compiler/index.ts";
import type { LibraryDescription } from "../contract/description.ts";
import type { LibraryFiles } from "../contract/run.ts";
import type { Bench, ExamOrder, ExamRun, JudgedLibrary } from "../exercise/index.ts";
import { Ledger } from "../ledger/index.ts";
import { sealedFiles } from "../sealed/node-entry.mjs";
import type { TraceBatch } from "../trace/format.ts";
import { libraryNames, readLibrary, variantNames, WASM } from "./library-files.ts";
import { SealedSeries } from "./sealed-series.ts";

/** Judges answers without a browser: sealed runs, one after the other, in one thread of a process of its own. `end` ends it. */
export class ExerciseBench implements Bench {
  readonly #series = new SealedSeries();
  readonly #engine = sealedFiles();
  readonly #known = libraryNames(WASM);
  readonly #files = new Map<string, Promise<LibraryFiles>>();

  readonly runner = { run: (order: ExamOrder) => this.#run(order) };

  compile(text: string): ReturnType<Bench["compile"]> {
    return compileProgram(ts, text);
  }

  compileChecks(text: string): ReturnType<Bench["compileChecks"]> {
    return compileChecks(ts, text);
  }

  async library(name: string): Promise<JudgedLibrary | null> {
    if (!this.#known.includes(name)) return null;
    const files = await this.#read(name);
    return { description: descriptionOf(files), variants: variantNames(name) };
  }

  end(): Promise<void> {
    return this.#series.end();
  }

  async #run({ program, exam, conditions, mostWork }: ExamOrder): Promise<ExamRun> {
    const wanted = program.libraries?.filter((name) => this.#known.includes(name)) ?? this.#known;
    const libraries = await Promise.all(wanted.map((name) => this.#read(name, conditions.variants?.[name])));
    const ledger = new Ledger({ spans: program.spans, descriptions: libraries.map(descriptionOf) });
    const batches: TraceBatch[] = [];
    const outcome = await this.#series.run(
      {
        program,
        libraries,
        known: this.#known,
        build: "checked",
        ...conditions,
        sealed: { ...(await this.#engine), exam, mostWork },
      },
      {
        onBatch(batch) {
          batches.push(batch);
          ledger.append(batch);
        },
      },
    );
    if (outcome.kind === "failed") return outcome;
    if (outcome.kind === "limit") return { kind: "failed", reason: `it was ended from outside (${outcome.limit})` };
    return { kind: "ran", ledger, batches, verdict: outcome.done.verdict ?? null };
  }

  /** Read once: what a thread has been given is known by its identity. */
  #read(name: string, variant?: string): Promise<LibraryFiles> {
    const key = variant === undefined ? name : `${name}.${variant}`;
    const known = this.#files.get(key);
    if (known) return known;
    const read = readLibrary(name, "checked", WASM, variant);
    this.#files.set(key, read);
    return read;
  }
}

const descriptionOf = ({ description }: LibraryFiles): LibraryDescription =>
  JSON.parse(description) as LibraryDescription;
