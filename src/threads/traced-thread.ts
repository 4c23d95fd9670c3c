import type { ResourceLimits } from "node:worker_threads";
import type { TraceBatch } from "../trace/format.ts";
import { TraceGuard } from "../trace/guard.ts";
import type { RunLimit } from "../trace/run-limit.ts";
import { ThreadProcess, type FromProcess } from "./thread-process.ts";

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
  /** Whether what the thread itself writes to its output stays unseen, and it finds no input. */
  readonly silent?: boolean;
  readonly resourceLimits?: ResourceLimits;
}

/** The limits that are watched from outside. */
type OuterLimit = Extract<RunLimit, "time" | "trace" | "memory">;

/**
 * How a run ended. Whatever it was, the batches that came before stand.
 *
 * - `done`: the trace is complete and says how the program ended.
 * - `limit`: the thread was ended from outside, or by its engine for want of memory; no End came.
 * - `failed`: no doing of a right program.
 */
export type ThreadOutcome<Done> =
  | { readonly kind: "done"; readonly done: Done }
  | { readonly kind: "limit"; readonly limit: OuterLimit }
  | { readonly kind: "failed"; readonly reason: string };

const NO_PART = "the program sent something that is no part of a run";

/**
 * Runs one order in a thread of a process of its own and follows it to its end, as the sandbox follows a worker of the
 * page: what the thread says is parsed, and each batch has to continue the trace. When it resolves the process has ended,
 * and nothing more of it is heard. Never rejects.
 */
export async function runInThread<Done>(run: ThreadRun<Done>): Promise<ThreadOutcome<Done>> {
  const { entry, order, parse, spans, timeLimitMs, onBatch, silent = false, resourceLimits = null } = run;
  let timer: NodeJS.Timeout | undefined;
  let thread: ThreadProcess | undefined;
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
      if (message === null) return fail(NO_PART);
      switch (message.type) {
        case "ready":
          // A second one would begin a second run.
          if (timer !== undefined) return fail(NO_PART);
          timer = setTimeout(() => settle({ kind: "limit", limit: "time" }), timeLimitMs);
          thread!.post(order);
          return;
        case "batch": {
          const batch = ownBuffers(message.batch);
          const refusal = guard.refusal(batch);
          if (refusal === "too-long") return settle({ kind: "limit", limit: "trace" });
          if (refusal !== null) return fail("the program sent something that does not continue its trace");
          try {
            onBatch(batch);
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
    const hear = (event: FromProcess): void => {
      if (settled) return;
      switch (event.type) {
        case "said":
          return read(event.message);
        case "error":
          return fail(event.reason);
        case "out-of-memory":
          return settle({ kind: "limit", limit: "memory" });
        case "ended":
          return fail("its thread ended before the program did");
      }
    };
    thread = new ThreadProcess({ entry, silent, resourceLimits, hear });
  });
  clearTimeout(timer);
  await thread!.end();
  return outcome;
}

/** Columns with buffers of their own: as they come from the process, those of several batches may lie in one buffer. */
function ownBuffers(batch: TraceBatch): TraceBatch {
  const entries = Object.entries(batch).map(([name, column]) => [
    name,
    ArrayBuffer.isView(column) ? copyOf(column) : column,
  ]);
  return Object.fromEntries(entries) as TraceBatch;
}

const copyOf = (column: ArrayBufferView): ArrayBufferView => (column as Uint8Array).slice();
