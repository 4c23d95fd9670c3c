import type { Prefetch, ToWorker } from "../contract/messages.ts";
import type { RunRequest } from "../contract/run.ts";
import { failed, follow, NOT_LOADED, onAbort, type RunOutcome, type SandboxRunOptions } from "./follow.ts";
import type { WorkerHost } from "./host.ts";
import type { PreparedWorker } from "./prepared-worker.ts";
import { ReadyWorkers } from "./ready-workers.ts";

export interface SandboxOptions {
  /** Opens a place for workers; asked again after one had to be given up. Rejects when the worker's text does not load. */
  readonly openHost: () => Promise<WorkerHost>;
}

export interface Sandbox {
  /**
   * Runs one program in a worker of its own. When it resolves nothing more of the program is heard, and its worker is
   * being ended. A run under way is stopped first. Never rejects.
   */
  run(request: RunRequest, options: SandboxRunOptions): Promise<RunOutcome>;
  /** Says what the next runs are likely to open: each worker that is made ready loads it while there is time. */
  expect(prefetch: Prefetch): void;
  /** Stops what runs and lets go of everything. */
  dispose(): void;
}

/** A sandbox whose next worker is always being made ready, so that a run begins without waiting for one. */
export function createSandbox({ openHost }: SandboxOptions): Sandbox {
  let stopCurrent: (() => void) | null = null;
  let current: Promise<unknown> = Promise.resolve();
  /** Settles when the worker of the run before has ended: until then its host may have to be given up. */
  let gone: Promise<void> = Promise.resolve();
  let runs = 0;
  let disposed = false;
  let prefetch: Prefetch | null = null;
  const told = new WeakMap<PreparedWorker, Prefetch>();

  const tell = (worker: PreparedWorker): PreparedWorker => {
    if (prefetch === null || told.get(worker) === prefetch) return worker;
    told.set(worker, prefetch);
    worker.port.postMessage({ type: "prepare", ...prefetch } satisfies ToWorker);
    return worker;
  };

  const workers = new ReadyWorkers(openHost, tell);
  /** Ends a worker, and has the next one made ready. */
  const end = async (worker: PreparedWorker, isAtRest: boolean): Promise<void> => {
    await workers.end(worker, isAtRest);
    if (!disposed) workers.prepare().catch(() => {});
  };

  const runOnce = async (
    runId: number,
    request: RunRequest,
    options: SandboxRunOptions,
    stop: AbortSignal,
  ): Promise<RunOutcome> => {
    await gone;
    const preparing = workers.prepare();
    const worker = await Promise.race([
      preparing.catch(() => null),
      new Promise<"stopped">((resolve) => onAbort(stop, () => resolve("stopped"))),
    ]);
    if (worker === "stopped") return { outcome: "stopped" };
    if (worker === null) return failed(NOT_LOADED);
    workers.taken();
    const messages = (): ToWorker[] => [{ type: "run", runId, request }];
    const order = { ...options, runId, messages, spans: request.program.spans.length };
    const { outcome, isAtRest } = await follow(worker, order, stop);
    gone = end(worker, isAtRest);
    return outcome;
  };

  workers.prepare().catch(() => {});
  return {
    async run(request, options) {
      stopCurrent?.();
      const stop = new AbortController();
      const abort = (): void => stop.abort();
      stopCurrent = abort;
      if (options.signal) onAbort(options.signal, abort);
      if (disposed) abort();
      const runId = ++runs;
      const outcome = current.then(() => runOnce(runId, request, options, stop.signal));
      current = outcome;
      await outcome;
      options.signal?.removeEventListener("abort", abort);
      if (stopCurrent === abort) stopCurrent = null;
      return outcome;
    },
    expect(expected) {
      // The page says it again at each run; a worker that has begun to load is told once.
      if (prefetch !== null && isSame(prefetch, expected)) return;
      prefetch = expected;
      workers.next?.then(tell, () => {});
    },
    dispose() {
      disposed = true;
      stopCurrent?.();
      workers.giveUpHost();
    },
  };
}

const isSame = (one: Prefetch, other: Prefetch): boolean =>
  one.build === other.build &&
  one.libraries.length === other.libraries.length &&
  one.libraries.every((files, index) => files === other.libraries[index]);
