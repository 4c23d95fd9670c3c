import { Worker, type ResourceLimits } from "node:worker_threads";
import type { TraceBatch } from "../trace/format.ts";
import { TraceGuard } from "../trace/guard.ts";

/** What a thread may say, once it is parsed. `Done` is what it adds when it is done. */
export type FromThread<Done> =
  | { readonly type: "ready" }
  | { readonly type: "batch"; readonly batch: TraceBatch }
  | ({ readonly type: "done" } & Done)
  | { readonly type: "failed"; readonly reason: string };

export interface ThreadRun<Done> {
  /** The module of plain JavaScript that the thread starts with. */
  readonly entry: URL;
  /** What the thread is told once it is ready. */
  readonly order: unknown;
  /** Null for what the thread does not say unless something is wrong. */
  readonly parse: (data: unknown) => FromThread<Done> | null;
  /** How many positions the program has, entry 0 counted. */
  readonly spans: number;
  /** Counted in milliseconds from the moment the thread gets its order. */
  readonly timeLimitMs: number;
  /** Called for each batch, in order, after it was checked. What it throws ends the run as failed. */
  readonly onBatch: (batch: TraceBatch) => void;
  /** Whether what the thread itself writes to its output stays unseen. */
  readonly silent?: boolean;
  readonly resourceLimits?: ResourceLimits;
}

/**
 * How a run ended. Whatever it was, the batches that came before stand.
 *
 * - `done`: the trace is complete and says how the program ended.
 * - `limit`: the thread was ended from outside, at its time limit or because its trace had become too long; no End came.
 * - `failed`: no doing of a right program.
 */
export type ThreadOutcome<Done> =
  | { readonly kind: "done"; readonly done: Done }
  | { readonly kind: "limit"; readonly limit: "time" | "trace" }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Runs one order in a worker thread of Node and follows it to its end, as the sandbox follows a worker of the page: what
 * the thread says is parsed, and each batch has to continue the trace. When it resolves the thread has ended, and nothing
 * more of it is heard. Never rejects.
 */
export async function runInThread<Done>(run: ThreadRun<Done>): Promise<ThreadOutcome<Done>> {
  const { entry, order, parse, spans, timeLimitMs, onBatch, silent = false, resourceLimits } = run;
  const worker = new Worker(entry, { stdout: silent, stderr: silent, ...(resourceLimits && { resourceLimits }) });
  let timer: NodeJS.Timeout | undefined;
  const outcome = await new Promise<ThreadOutcome<Done>>((resolve) => {
    const guard = new TraceGuard(spans);
    let settled = false;
    const settle = (result: ThreadOutcome<Done>): void => {
      settled = true;
      resolve(result);
    };
    const fail = (reason: string): void => settle({ kind: "failed", reason });
    const read = (data: unknown): void => {
      const message = parse(data);
      if (message === null) return fail("the program sent something that is no part of a run");
      switch (message.type) {
        case "ready":
          // A second one would begin a second run.
          if (timer !== undefined) return fail("the program sent something that is no part of a run");
          timer = setTimeout(() => settle({ kind: "limit", limit: "time" }), timeLimitMs);
          worker.postMessage(order);
          return;
        case "batch": {
          const refusal = guard.refusal(message.batch);
          if (refusal === "too-long") return settle({ kind: "limit", limit: "trace" });
          if (refusal !== null) return fail("the program sent something that does not continue its trace");
          try {
            onBatch(message.batch);
          } catch (error) {
            fail(`its trace could not be read: ${String(error)}`);
          }
          return;
        }
        case "failed":
          return fail(message.reason);
        case "done": {
          if (!guard.ended) return fail("the run ended without saying how");
          const { type: _, ...done } = message;
          return settle({ kind: "done", done: done as unknown as Done });
        }
      }
    };
    worker.on("error", (error) => !settled && fail(String(error)));
    worker.on("messageerror", (error) => !settled && fail(String(error)));
    worker.on("exit", () => !settled && fail("its thread ended before the program did"));
    worker.on("message", (data: unknown) => !settled && read(data));
  });
  clearTimeout(timer);
  await worker.terminate();
  return outcome;
}
