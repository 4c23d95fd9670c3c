import { SealedOrders } from "../contract/sealed-orders.ts";
import type { SealedRequest } from "../contract/messages.ts";
import { SEALED_TIME_LIMIT_MS } from "../contract/run.ts";
import type { ThreadOutcome } from "../threads/followed-run.ts";
import { ThreadSeries } from "../threads/thread-series.ts";
import type { TraceBatch } from "../trace/format.ts";
import { RUNNER, runnerSays, type RunnerDone } from "./runner-thread.ts";

export interface SealedRunOptions {
  /** Called for each batch, in order, after it was checked. What it throws ends the run as failed. */
  readonly onBatch: (batch: TraceBatch) => void;
  /** In milliseconds. A sealed run's own limits do not go by the clock: one that meets this was not judged. */
  readonly timeLimitMs?: number;
}

/**
 * Makes sealed runs one after the other in one thread of a process of its own, which starts with the first. Each is as fresh as if it
 * had a thread to itself. `end` ends the process.
 */
export class SealedSeries {
  readonly #threads: ThreadSeries;
  #orders = new SealedOrders();
  #runs = 0;

  /** @param entry what the thread starts with, if not the runner: a test's thread that does not keep to the rules. */
  constructor(entry: URL = RUNNER) {
    this.#threads = new ThreadSeries({ entry, silent: true, resourceLimits: null });
  }

  /** Makes a run, after those that were asked for before it. Never rejects. */
  run(request: SealedRequest, options: SealedRunOptions): Promise<ThreadOutcome<RunnerDone>> {
    const runId = (this.#runs += 1);
    return this.#threads.run<RunnerDone>({
      order: (isFirst) => {
        if (isFirst) this.#orders = new SealedOrders();
        return this.#orders.of(runId, request);
      },
      parse: runnerSays(runId),
      spans: request.program.spans.length,
      timeLimitMs: options.timeLimitMs ?? SEALED_TIME_LIMIT_MS,
      onBatch: options.onBatch,
    });
  }

  end(): Promise<void> {
    return this.#threads.end();
  }
}
