/**
 * For a page of a test's own: the sandbox as the site has it, and a way to run one program after the other in it.
 * Bundled by the test that uses it.
 */
import type { ChecksOutcome } from "../../src/contract/exam.ts";
import type { CompiledProgram, CompileOutcome } from "../../src/contract/program.ts";
import {
  DEFAULT_QUARANTINE_BYTES,
  type LibraryFiles,
  type RunConditions,
  type RunRequest,
  type SealedEngineFiles,
} from "../../src/contract/run.ts";
import type { LibraryBuild } from "../../src/contract/description.ts";
import { checkAnswer, type Exercise, type Outcome } from "../../src/exercise/index.ts";
import { createExerciseBench } from "../../src/state/exercise-bench.ts";
import { createLibraryLoader, type LibraryLoader } from "../../src/state/library-files.ts";
import type { TraceBatch } from "../../src/trace/format.ts";
import { createSandbox } from "../../src/sandbox/client.ts";
import { createSeries } from "../../src/sandbox/series.ts";
import { openFrameHost, type FrameParts } from "../../src/sandbox/frame-host.ts";
import { columnsOf, type Columns } from "./columns.ts";

export interface Job {
  readonly program: CompiledProgram;
  /** Names of the libraries to load, and of all there are. */
  readonly libraries: readonly string[];
  readonly known: readonly string[];
  /** Where they are: an address that ends with a slash. */
  readonly folder: string;
  readonly build: LibraryBuild;
  readonly conditions: Partial<RunConditions>;
  /** Run it in the sealed engine. */
  readonly sealed?: boolean;
}

export interface CheckJob {
  readonly exercise: Exercise;
  readonly answer: CompileOutcome;
  readonly checks: ChecksOutcome;
  /** Paths of the libraries' files below `/wasm/`. */
  readonly files: readonly string[];
}

export interface SeriesRun {
  readonly columns: Columns;
  readonly work: number | null;
  /** From the order to the outcome, in milliseconds. */
  readonly milliseconds: number;
}

export interface Runs {
  /** Runs one job and gives its trace. @throws Error when it ended otherwise than by itself */
  run(job: Job): Promise<Columns>;
  /** Runs sealed jobs one after the other in the series' one worker. @throws Error when one ended otherwise than by itself */
  runInSeries(jobs: readonly Job[]): Promise<readonly SeriesRun[]>;
  /** Checks an answer, as the page does; all compiled ahead. Gives the outcome, and how long it took in milliseconds. */
  check(job: CheckJob): Promise<{ readonly outcome: Outcome; readonly milliseconds: number }>;
  /** Steps of the last run's sealed engine; null where it had none. */
  work(): number | null;
}

declare global {
  var openRuns: (parts: FrameParts) => Runs;
}

globalThis.openRuns = (parts) => {
  const openHost = () => openFrameHost(parts, document.body);
  const sandbox = createSandbox({ openHost });
  const series = createSeries({ openHost });
  const loaded = new Map<string, Promise<LibraryFiles>>();
  const get = async (url: string): Promise<Response> => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  const sealedEngine = async (): Promise<SealedEngineFiles> => ({
    engine: await (await get("/sealed/engine.mjs")).text(),
    wasm: await (await get("/sealed/quickjs.wasm")).arrayBuffer(),
  });
  const load = async (name: string, { folder, build }: Job): Promise<LibraryFiles> => ({
    name,
    glue: await (await get(`${folder}${name}.${build}.mjs`)).text(),
    wasm: await (await get(`${folder}${name}.${build}.wasm`)).arrayBuffer(),
    description: await (await get(`${folder}${name}.json`)).text(),
  });
  const librariesOf = (job: Job): Promise<LibraryFiles[]> =>
    Promise.all(
      job.libraries.map((name) => {
        const key = `${job.folder}${name}.${job.build}`;
        const files = loaded.get(key) ?? load(name, job);
        loaded.set(key, files);
        return files;
      }),
    );
  const requestOf = async (job: Job): Promise<RunRequest> => ({
    program: job.program,
    libraries: await librariesOf(job),
    known: job.known,
    build: job.build,
    quarantineBytes: DEFAULT_QUARANTINE_BYTES,
    samples: true,
    ...job.conditions,
  });
  // None of these programs is there for the time limit, and a busy machine is slow.
  const timeLimitMs = 60_000;
  let work: number | null = null;
  let libraries: LibraryLoader | null = null;
  let engine: Promise<SealedEngineFiles> | null = null;
  return {
    work: () => work,
    async run(job) {
      const batches: TraceBatch[] = [];
      const outcome = await sandbox.run(
        { ...(await requestOf(job)), ...(job.sealed && { sealed: await sealedEngine() }) },
        { timeLimitMs, onBatch: (batch) => void batches.push(batch) },
      );
      if (outcome.outcome !== "done") throw new Error(JSON.stringify(outcome));
      work = outcome.work ?? null;
      return columnsOf(batches);
    },
    async check({ exercise, answer, checks, files }) {
      libraries ??= createLibraryLoader(new Map(files.map((file) => [file, `/wasm/${file}`])));
      engine ??= sealedEngine();
      const bench = createExerciseBench({
        compiler: { compile: () => answer, compileChecks: () => checks },
        series,
        engine: () => engine!,
        libraries,
      });
      const begin = performance.now();
      const outcome = await checkAnswer(exercise, "", bench);
      return { outcome, milliseconds: performance.now() - begin };
    },
    async runInSeries(jobs) {
      const sealed = await sealedEngine();
      const runs: SeriesRun[] = [];
      for (const job of jobs) {
        const request = { ...(await requestOf(job)), sealed };
        const batches: TraceBatch[] = [];
        const begin = performance.now();
        const outcome = await series.run(request, { timeLimitMs, onBatch: (batch) => void batches.push(batch) });
        const milliseconds = performance.now() - begin;
        if (outcome.outcome !== "done") throw new Error(JSON.stringify(outcome));
        runs.push({ columns: columnsOf(batches), work: outcome.work ?? null, milliseconds });
      }
      return runs;
    },
  };
};
