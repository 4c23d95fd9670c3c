import type { SealedRequest } from "../contract/messages.ts";
import { SEALED_TIME_LIMIT_MS } from "../contract/run.ts";
import { SealedOrders } from "../contract/sealed-orders.ts";
import type { SandboxOptions } from "./client.ts";
import { failed, follow, NOT_LOADED, onAbort, type RunOutcome, type SandboxRunOptions } from "./follow.ts";
import type { PreparedWorker } from "./prepared-worker.ts";
import { ReadyWorkers } from "./ready-workers.ts";

/** Sealed runs, one after the other, in one worker. */
export interface SandboxSeries {
  /**
   * Makes a run, after those that were asked for before it; none of them is stopped by it. Its outcome is what a run in a worker of
   * its own would have. Nothing is heard of the program when it resolves. Never rejects.
   *
   * @param options `timeLimitMs` is `SEALED_TIME_LIMIT_MS` unless said.
   */
  run(request: SealedRequest, options: SandboxRunOptions): Promise<RunOutcome>;
  /** Ends the worker, and stops what runs or waits. */
  dispose(): void;
}

interface SeriesWorker {
  readonly worker: PreparedWorker;
  readonly orders: SealedOrders;
}

/**
 * A series opens its host, and the one worker in it, with its first run. It shares neither with the sandbox of the page's own
 * runs: what gives up the one's host leaves the other's alone. A worker is used again as long as each run ends by itself. After one that
 * was stopped, or said what it may not, the next run has another worker; where the host itself went, the run says so as
 * `timed-out` for want of memory.
 */
export function createSeries({ openHost }: SandboxOptions): SandboxSeries {
  const workers = new ReadyWorkers(openHost);
  const ended = new AbortController();
  let current: SeriesWorker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let runs = 0;

  const open = async (): Promise<SeriesWorker> => {
    const worker = await workers.prepare();
    workers.taken();
    const opened = { worker, orders: new SealedOrders() };
    current = opened;
    void worker.gone.then(() => {
      if (current === opened) current = null;
    });
    return opened;
  };

  const runOnce = async (
    request: SealedRequest,
    options: SandboxRunOptions,
    stop: AbortSignal,
  ): Promise<RunOutcome> => {
    if (stop.aborted) return { outcome: "stopped" };
    const stopped = new Promise<"stopped">((resolve) => onAbort(stop, () => resolve("stopped")));
    const used = current ?? (await Promise.race([open().catch(() => null), stopped]));
    if (used === null) return failed(NOT_LOADED);
    if (used === "stopped") return { outcome: "stopped" };
    const { worker, orders } = used;
    const runId = (runs += 1);
    const messages = () => orders.of(runId, request);
    const order = {
      timeLimitMs: SEALED_TIME_LIMIT_MS,
      ...options,
      runId,
      messages,
      spans: request.program.spans.length,
    };
    const { outcome } = await follow(worker, order, stop);
    // A sealed run is at rest when it is done, also one that met a limit inside.
    if (outcome.outcome !== "done") {
      if (current === used) current = null;
      await workers.end(worker, false);
    }
    return outcome;
  };

  return {
    async run(request, options) {
      const stop = new AbortController();
      const abort = (): void => stop.abort();
      if (options.signal) onAbort(options.signal, abort);
      onAbort(ended.signal, abort);
      const outcome = last.then(() => runOnce(request, options, stop.signal));
      last = outcome;
      await outcome;
      options.signal?.removeEventListener("abort", abort);
      ended.signal.removeEventListener("abort", abort);
      return outcome;
    },
    dispose() {
      ended.abort();
      current = null;
      workers.giveUpHost();
    },
  };
}
