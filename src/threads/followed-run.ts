import type { TraceBatch } from "../trace/format.ts";
import { TraceGuard } from "../trace/guard.ts";
import type { RunLimit } from "../trace/run-limit.ts";
import type { FromProcess } from "./thread-process.ts";

/** What a thread may say, once it is parsed. `Done` is what it adds when it is done. */
export type FromThread<Done> =
  | { readonly type: "ready" }
  | { readonly type: "batch"; readonly batch: TraceBatch }
  | ({ readonly type: "done" } & Done)
  | { readonly type: "failed"; readonly reason: string };

/** One run of a thread, whatever else the thread does. */
export interface RunToFollow<Done> {
  /** Null for what the thread does not say in this run unless something is wrong. */
  readonly parse: (data: unknown) => FromThread<Done> | null;
  /** How many positions the program has, entry 0 counted. */
  readonly spans: number;
  /** Counted in milliseconds from the moment the thread gets its order. */
  readonly timeLimitMs: number;
  /** Called for each batch, in order, after it was checked. What it throws ends the run as failed. */
  readonly onBatch: (batch: TraceBatch) => void;
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

/** Follows one run to its end: what the thread says is parsed, and each batch has to continue the trace. */
export class FollowedRun<Done> {
  readonly outcome: Promise<ThreadOutcome<Done>>;
  readonly #run: RunToFollow<Done>;
  readonly #guard: TraceGuard;
  readonly #order: () => void;
  #resolve: (outcome: ThreadOutcome<Done>) => void = () => {};
  #timer: NodeJS.Timeout | undefined;
  /** Whether it has its outcome; from then on it hears nothing. */
  isSettled = false;

  /** @param order tells the thread what to do; called once, by `begin`. */
  constructor(run: RunToFollow<Done>, order: () => void) {
    this.#run = run;
    this.#order = order;
    this.#guard = new TraceGuard(run.spans);
    this.outcome = new Promise((resolve) => (this.#resolve = resolve));
  }

  /** The thread is ready for it. */
  begin(): void {
    this.#timer = setTimeout(() => this.#settle({ kind: "limit", limit: "time" }), this.#run.timeLimitMs);
    this.#order();
  }

  hear(event: FromProcess): void {
    if (this.isSettled) return;
    switch (event.type) {
      case "said":
        return this.#read(event.message);
      case "error":
        return this.#fail(event.reason);
      case "out-of-memory":
        return this.#settle({ kind: "limit", limit: "memory" });
      case "ended":
        return this.#fail("its thread ended before the program did");
    }
  }

  #read(data: unknown): void {
    const message = this.#run.parse(data);
    if (message === null) return this.#fail(NO_PART);
    switch (message.type) {
      case "ready":
        // A second one would begin a second run.
        if (this.#timer !== undefined) return this.#fail(NO_PART);
        return this.begin();
      case "batch": {
        const batch = ownBuffers(message.batch);
        const refusal = this.#guard.refusal(batch);
        if (refusal === "too-long") return this.#settle({ kind: "limit", limit: "trace" });
        if (refusal !== null) return this.#fail("the program sent something that does not continue its trace");
        try {
          this.#run.onBatch(batch);
        } catch (error) {
          this.#fail(`its trace could not be read: ${String(error)}`);
        }
        return;
      }
      case "failed":
        return this.#fail(message.reason);
      case "done": {
        if (!this.#guard.ended) return this.#fail("the run ended without saying how");
        const { type: _, ...done } = message;
        return this.#settle({ kind: "done", done: done as unknown as Done });
      }
    }
  }

  #fail(reason: string): void {
    this.#settle({ kind: "failed", reason });
  }

  #settle(outcome: ThreadOutcome<Done>): void {
    this.isSettled = true;
    clearTimeout(this.#timer);
    this.#resolve(outcome);
  }
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
