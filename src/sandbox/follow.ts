import type { ToWorker } from "../contract/messages.ts";
import { DEFAULT_TIME_LIMIT_MS } from "../contract/run.ts";
import type { TraceBatch } from "../trace/format.ts";
import { TraceGuard } from "../trace/guard.ts";
import type { RunLimit } from "../trace/run-limit.ts";
import type { Verdict } from "../trace/verdict.ts";
import { parseMessage } from "../trace/worker-messages.ts";
import { Inbox } from "./inbox.ts";
import { LAST_READING_MS } from "./limits.ts";
import type { PreparedWorker } from "./prepared-worker.ts";

export interface SandboxRunOptions {
  /** Called when the worker has got the program: from here on, what the page draws holds up nothing. */
  readonly onStart?: () => void;
  /** Called for each batch, in order, after it was checked. The batch is the caller's. What it throws ends the run as failed. */
  readonly onBatch: (batch: TraceBatch) => void;
  /** Aborting it stops the run. */
  readonly signal?: AbortSignal;
  /** Counted in milliseconds from the moment the worker gets the program. */
  readonly timeLimitMs?: number;
}

/**
 * How a run ended. In each case the batches that came before stand.
 *
 * - `done`: the trace is complete and says how the program ended. `work` is a sealed run's, in steps of its engine;
 *   `verdict` is an exam's.
 * - `timed-out`: the worker met a limit that is watched from outside, or went for want of memory; the trace has no End.
 * - `stopped`: the worker was ended from outside; the trace has no End.
 * - `failed`: no doing of a right program. `library` names the one that did not load, if that was it.
 */
export type RunOutcome =
  | { readonly outcome: "done"; readonly work?: number; readonly verdict?: Verdict }
  | { readonly outcome: "timed-out"; readonly limit: OuterLimit }
  | { readonly outcome: "stopped" }
  | { readonly outcome: "failed"; readonly library: string | null; readonly sentence: string };

/** The limits that are watched from outside; the others are in the trace's own End. */
export type OuterLimit = Extract<RunLimit, "time" | "trace" | "memory">;

export const failed = (sentence: string, library: string | null = null): RunOutcome => ({
  outcome: "failed",
  library,
  sentence,
});

export const NOT_LOADED =
  "The part of the page that runs programs did not load. Check the connection to this site, then try again.";
const NONSENSE =
  "The program sent the page something that is not a trace, so the run was ended there; what came before it is shown.";
const NO_END = "The run ended without saying how; what came before is shown.";
const NOT_READ =
  "The page could not read what the program sent, so the run was ended there; what came before is shown.";

export interface Followed {
  readonly outcome: RunOutcome;
  /** Whether the program reached its end: then its thread does nothing more. A limit may have met it in the middle. */
  readonly isAtRest: boolean;
}

/** What a worker is told, and how it is followed. */
export interface Order extends SandboxRunOptions {
  readonly runId: number;
  /** Gives what the worker is told, message by message: the last one orders the run. */
  readonly messages: () => readonly ToWorker[];
  /** How many positions the program has. */
  readonly spans: number;
}

/** Gives a worker its program and follows it to the end. Nothing is heard of the worker when it resolves; its port stays open. */
export function follow({ port, gone }: PreparedWorker, order: Order, stop: AbortSignal): Promise<Followed> {
  const { runId, messages, spans, onStart, onBatch, timeLimitMs: limitMs = DEFAULT_TIME_LIMIT_MS } = order;
  return new Promise((resolve) => {
    const guard = new TraceGuard(spans);
    let settled = false;
    const hangUp = (): void => {
      port.onmessage = null;
      port.onmessageerror = null;
    };
    const settle = (outcome: RunOutcome): void => {
      if (settled) return;
      settled = true;
      hangUp();
      inbox.close();
      clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
      resolve({ outcome, isAtRest: outcome.outcome === "done" && guard.end !== "timed-out" });
    };
    /** Ends the run from outside. What has arrived by now counts, its end too if that is among it. */
    const cutOff = (outcome: RunOutcome): void => {
      if (settled) return;
      hangUp();
      inbox.drain(LAST_READING_MS);
      settle(outcome);
    };
    const read = (data: unknown): void => {
      const message = parseMessage(data);
      if (message === null) return settle(failed(NONSENSE));
      if (message.type === "ready" || message.runId !== runId) return;
      if (message.type === "failed") return settle(failed(message.reason, message.library));
      if (message.type === "done") {
        if (!guard.ended) return settle(failed(NO_END));
        const { work, verdict } = message;
        return settle({ outcome: "done", ...(work !== undefined && { work }), ...(verdict && { verdict }) });
      }
      const refusal = guard.refusal(message.batch);
      if (refusal === "too-long") return settle({ outcome: "timed-out", limit: "trace" });
      if (refusal) return settle(failed(NONSENSE));
      if (message.batch.kind.length === 0 && message.batch.strings.length === 0) return;
      try {
        onBatch(message.batch);
      } catch {
        settle(failed(NOT_READ));
      }
    };
    const inbox = new Inbox(read, () => cutOff({ outcome: "timed-out", limit: "trace" }));
    const onStop = (): void => cutOff({ outcome: "stopped" });
    const timer = setTimeout(() => cutOff({ outcome: "timed-out", limit: "time" }), limitMs);

    port.onmessageerror = () => settle(failed(NONSENSE));
    port.onmessage = ({ data }: MessageEvent<unknown>) => inbox.push(data);
    void gone.then(() => cutOff({ outcome: "timed-out", limit: "memory" }));
    if (stop.aborted) return onStop();
    stop.addEventListener("abort", onStop);
    try {
      for (const message of messages()) port.postMessage(message);
      onStart?.();
    } catch (error) {
      settle(failed(`The program could not be handed to its worker: ${String(error)}.`));
    }
  });
}

export function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener("abort", act, { once: true });
}
