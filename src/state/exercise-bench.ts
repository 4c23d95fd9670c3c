import type { LibraryDescription } from "../contract/description.ts";
import type { EngineParts } from "../contract/messages.ts";
import type { LibraryFiles } from "../contract/run.ts";
import type { Bench, ExamOrder, ExamRun } from "../exercise/index.ts";
import { Ledger } from "../ledger/index.ts";
import type { SandboxSeries } from "../sandbox/series.ts";
import type { TraceBatch } from "../trace/format.ts";
import type { LibraryLoader } from "./library-files.ts";

export interface ExerciseBenchOptions {
  readonly compiler: Pick<Bench, "compile" | "compileChecks">;
  /** Where the runs are made. */
  readonly series: Pick<SandboxSeries, "run">;
  /** The engine's files: the same each time, so that a worker gets them once. */
  readonly engine: () => Promise<EngineParts>;
  readonly libraries: LibraryLoader;
  /** Aborting it ends the check. */
  readonly signal?: AbortSignal;
}

/** Judges answers on the page: the same judge as on the command line, over sealed runs in one worker of the sandbox. */
export function createExerciseBench({ compiler, series, engine, libraries, signal }: ExerciseBenchOptions): Bench {
  const run = async ({ program, exam, conditions, mostWork }: ExamOrder): Promise<ExamRun> => {
    const wanted = libraries.names.filter((name) => program.libraries?.includes(name) ?? true);
    const files = await Promise.all(wanted.map((name) => libraries.load(name, "checked", conditions.variants?.[name])));
    const ledger = new Ledger({ spans: program.spans, descriptions: files.map(descriptionOf) });
    const batches: TraceBatch[] = [];
    const outcome = await series.run(
      {
        program,
        libraries: files,
        known: libraries.names,
        build: "checked",
        ...conditions,
        sealed: { ...(await engine()), exam, mostWork },
      },
      {
        ...(signal && { signal }),
        onBatch(batch) {
          batches.push(batch);
          ledger.append(batch);
        },
      },
    );
    switch (outcome.outcome) {
      case "done":
        return { kind: "ran", ledger, batches, verdict: outcome.verdict ?? null };
      case "failed":
        return { kind: "failed", reason: outcome.sentence };
      case "stopped":
        return { kind: "failed", reason: "the check was stopped" };
      case "timed-out":
        return { kind: "failed", reason: `a run was ended from outside (${outcome.limit})` };
    }
  };
  return {
    compile: (text) => compiler.compile(text),
    compileChecks: (text) => compiler.compileChecks(text),
    async library(name) {
      if (!libraries.names.includes(name)) return null;
      const description = descriptionOf(await libraries.load(name, "checked"));
      return { description, variants: libraries.variants(name) };
    },
    runner: { run },
  };
}

const descriptionOf = ({ description }: LibraryFiles): LibraryDescription =>
  JSON.parse(description) as LibraryDescription;
