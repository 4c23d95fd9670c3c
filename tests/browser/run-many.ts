/**
 * For a page of a test's own: the sandbox as the site has it, and a way to run one program after the other in it.
 * Bundled by the test that uses it.
 */
import type { CompiledProgram } from "../../src/contract/program.ts";
import {
  DEFAULT_QUARANTINE_BYTES,
  type LibraryFiles,
  type RunConditions,
  type SealedEngineFiles,
} from "../../src/contract/run.ts";
import type { LibraryBuild } from "../../src/contract/description.ts";
import type { TraceBatch } from "../../src/trace/format.ts";
import { createSandbox } from "../../src/sandbox/client.ts";
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

export interface Runs {
  /** Runs one job and gives its trace. @throws Error when it ended otherwise than by itself */
  run(job: Job): Promise<Columns>;
  /** Steps of the last run's sealed engine; null where it had none. */
  work(): number | null;
}

declare global {
  var openRuns: (parts: FrameParts) => Runs;
}

globalThis.openRuns = (parts) => {
  const sandbox = createSandbox({ openHost: () => openFrameHost(parts, document.body) });
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
  let work: number | null = null;
  return {
    work: () => work,
    async run(job) {
      const libraries = await Promise.all(
        job.libraries.map((name) => {
          const key = `${job.folder}${name}.${job.build}`;
          const files = loaded.get(key) ?? load(name, job);
          loaded.set(key, files);
          return files;
        }),
      );
      const batches: TraceBatch[] = [];
      const { program, known, build, conditions } = job;
      const outcome = await sandbox.run(
        {
          program,
          libraries,
          known,
          build,
          quarantineBytes: DEFAULT_QUARANTINE_BYTES,
          samples: true,
          ...conditions,
          ...(job.sealed && { sealed: await sealedEngine() }),
        },
        // None of these programs is there for the time limit, and a busy machine is slow.
        { timeLimitMs: 60_000, onBatch: (batch) => void batches.push(batch) },
      );
      if (outcome.outcome !== "done") throw new Error(JSON.stringify(outcome));
      work = outcome.work ?? null;
      return columnsOf(batches);
    },
  };
};
