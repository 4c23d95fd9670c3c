import ts from "typescript";
import { compileProgram } from "../compiler/index.ts";
import type { LibraryBuild, LibraryDescription } from "../contract/description.ts";
import type { ToWorker } from "../contract/messages.ts";
import type { SyntaxProblem } from "../contract/program.ts";
import { impossibleCondition } from "../contract/run-conditions.ts";
import {
  DEFAULT_QUARANTINE_BYTES,
  DEFAULT_TIME_LIMIT_MS,
  SEALED_TIME_LIMIT_MS,
  type RunConditions,
  type RunReport,
  type RunRequest,
} from "../contract/run.ts";
import type { TraceBatch } from "../trace/format.ts";
import { Ledger, report } from "../ledger/index.ts";
import { libraryNames, readLibrary, variantNames, WASM } from "./library-files.ts";
import { runnerSays, RUNNER, type RunnerDone } from "./runner-thread.ts";
import { sealedFiles } from "../sealed/node-entry.mjs";
import { limitError, type RunLimit } from "../trace/run-limit.ts";
import { runInThread } from "../threads/traced-thread.ts";

export interface ProgramRunOptions extends Partial<RunConditions> {
  readonly timeLimitMs?: number;
  /**
   * `fast` runs the libraries without the checker, `checked` (which it is unless said) with it. A fast run's trace has
   * what the program printed, how it ended, and the faults that a declaration or an argument shows by itself: FFI001
   * and FFI005 of a `PointerView`, FFI014, FFI017, FFI019, and FFI011. It knows no blocks, no crossings and no leaks.
   */
  readonly build?: LibraryBuild;
  /** The trace shall hold what memory held, as the page's does. */
  readonly samples?: boolean;
  /** Where the libraries are, if not in `wasm/`. */
  readonly folder?: URL;
  /** Run it in the engine that shares no object with the runtime: safe for programs of strangers. */
  readonly sealed?: boolean;
  /** What the thread starts with, if not the runner: a test's thread that does not keep to the rules. */
  readonly entry?: URL;
}

export type RunOutcome =
  | {
      readonly kind: "ran";
      readonly report: RunReport;
      readonly ledger: Ledger;
      readonly batches: readonly TraceBatch[];
      /** What ended the run from outside; null when nothing did. */
      readonly limit: RunLimit | null;
    }
  /** The program does not parse, or has what no program may have. */
  | { readonly kind: "refused"; readonly problems: readonly SyntaxProblem[] }
  /** It could not be run, by no doing of its own. */
  | { readonly kind: "failed"; readonly reason: string };

/** Runs a learner's program as the page would, in a thread of a process of its own. */
export async function runProgram(text: string, options: ProgramRunOptions = {}): Promise<RunOutcome> {
  const compiled = compileProgram(ts, text);
  if (!compiled.ok) return { kind: "refused", problems: compiled.problems };
  const { program } = compiled;
  const { build = "checked", quarantineBytes = DEFAULT_QUARANTINE_BYTES, folder = WASM } = options;
  const { failMalloc, failAllocation, nullResults, growMemory } = options;
  const variants = (build === "checked" && options.variants) || {};
  const conditions: RunConditions = {
    quarantineBytes,
    ...(failMalloc !== undefined && { failMalloc }),
    ...(failAllocation !== undefined && { failAllocation }),
    ...(nullResults !== undefined && { nullResults }),
    ...(growMemory !== undefined && { growMemory }),
    variants,
  };
  const known = libraryNames(folder);
  const wanted = program.libraries?.filter((name) => known.includes(name)) ?? known;
  for (const [library, variant] of Object.entries(variants)) {
    const names = variantNames(library, folder);
    if (names.includes(variant)) continue;
    const others = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
    return { kind: "failed", reason: `the library ${library} has no variant "${variant}"; ${others}` };
  }
  const variantOf = (name: string) => (Object.hasOwn(variants, name) ? variants[name] : undefined);
  const libraries = await Promise.all(wanted.map((name) => readLibrary(name, build, folder, variantOf(name))));
  const descriptions = libraries.map((files) => JSON.parse(files.description) as LibraryDescription);

  const impossible = impossibleCondition(conditions, descriptions);
  if (impossible !== null) return { kind: "failed", reason: impossible };

  const ledger = new Ledger({ spans: program.spans, descriptions, build });
  const batches: TraceBatch[] = [];
  const request: RunRequest = {
    program,
    libraries,
    known,
    build,
    samples: options.samples ?? false,
    ...conditions,
    ...(options.sealed && { sealed: await sealedFiles() }),
  };
  const outcome = await runInThread<RunnerDone>({
    entry: options.entry ?? RUNNER,
    order: { type: "run", runId: RUN_ID, request } satisfies ToWorker,
    parse: runnerSays(RUN_ID),
    spans: program.spans.length,
    timeLimitMs: options.timeLimitMs ?? (options.sealed ? SEALED_TIME_LIMIT_MS : DEFAULT_TIME_LIMIT_MS),
    silent: true,
    onBatch(batch) {
      batches.push(batch);
      ledger.append(batch);
    },
  });
  if (outcome.kind === "failed") return outcome;
  const limit = outcome.kind === "limit" ? outcome.limit : null;
  // A sealed run's own limits do not go by the clock: one that meets it was not judged.
  if (limit !== null) ledger.end("timed-out", limitError(options.sealed && limit === "time" ? "clock" : limit));
  const work = outcome.kind === "done" ? (outcome.done.work ?? null) : null;
  return { kind: "ran", report: { ...report(ledger), ...(options.sealed && { work }) }, ledger, batches, limit };
}

/** A thread has one run only. */
const RUN_ID = 1;
