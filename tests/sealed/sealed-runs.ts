import { Worker } from "node:worker_threads";
import ts from "typescript";
import { libraryNames, readLibrary, WASM } from "../../src/cli/library-files.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import type { LibraryDescription } from "../../src/contract/description.ts";
import type { SyntaxProblem } from "../../src/contract/program.ts";
import {
  DEFAULT_QUARANTINE_BYTES,
  type RunConditions,
  type RunReport,
  type RunRequest,
} from "../../src/contract/run.ts";
import { Ledger, report } from "../../src/ledger/index.ts";
import { sealedFiles } from "../../src/sealed/node-entry.mjs";
import type { TraceBatch } from "../../src/trace/format.ts";
import { TraceGuard } from "../../src/trace/guard.ts";

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

interface Answer {
  readonly id: number;
  readonly batches?: readonly TraceBatch[];
  readonly work?: number | null;
  readonly failure?: string;
}

/** Runs sealed programs in one thread, one after the other: a thread for each would take ten times as long. */
export class SealedRuns {
  readonly #worker = new Worker(new URL("thread-entry.mjs", import.meta.url));
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #ids = 0;

  constructor() {
    this.#worker.on("message", (answer: Answer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    const failed = (error: unknown): void => {
      for (const [id, tell] of this.#waiting) tell({ id, failure: String(error) });
    };
    this.#worker.on("error", failed);
    this.#worker.on("exit", () => failed("the thread has ended"));
  }

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
    const libraries = await Promise.all(wanted.map((name) => readLibrary(name, "checked", folder)));
    const request: RunRequest = {
      program,
      libraries,
      known,
      build: "checked",
      samples,
      quarantineBytes: DEFAULT_QUARANTINE_BYTES,
      growMemory: false,
      ...conditions,
      sealed: { ...(await sealedFiles()), ...(mostWork !== undefined && { mostWork }) },
    };
    const id = (this.#ids += 1);
    const { batches, work, failure } = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, request });
    });
    if (failure !== undefined || !batches || typeof work !== "number") throw new Error(failure ?? "it had no end");
    const guard = new TraceGuard(program.spans.length);
    const refused = batches.map((batch) => guard.refusal(batch)).find((refusal) => refusal !== null);
    if (refused !== undefined || !guard.ended) throw new Error(`its trace is ${refused ?? "not whole"}`);
    const descriptions = libraries.map((files) => JSON.parse(files.description) as LibraryDescription);
    const ledger = new Ledger({ spans: program.spans, descriptions, build: "checked" });
    for (const batch of batches) ledger.append(batch);
    return { kind: "ran", report: report(ledger), batches, work };
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners("exit");
    await this.#worker.terminate();
  }
}
