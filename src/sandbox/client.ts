import type { Prefetch, ToWorker } from "../contract/messages.ts";
import { DEFAULT_TIME_LIMIT_MS, type RunRequest } from "../contract/run.ts";
import type { TraceBatch } from "../trace/format.ts";
import type { WorkerHost } from "./host.ts";
import { Inbox } from "./inbox.ts";
import { LAST_READING_MS } from "./limits.ts";
import type { RunLimit } from "../trace/run-limit.ts";
import { parseMessage } from "../trace/worker-messages.ts";
import { prepareWorker, type PreparedWorker } from "./prepared-worker.ts";
import { TraceGuard } from "../trace/guard.ts";

export interface SandboxOptions {
  /** Opens a place for workers; asked again after one had to be given up. Rejects when the worker's text does not load. */
  readonly openHost: () => Promise<WorkerHost>;
}

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
 * - `done`: the trace is complete and says how the program ended. `work` is a sealed run's, in steps of its engine.
 * - `timed-out`: the worker met a limit that is watched from outside, or went for want of memory; the trace has no End.
 * - `stopped`: the worker was ended from outside; the trace has no End.
 * - `failed`: no doing of a right program. `library` names the one that did not load, if that was it.
 */
export type RunOutcome =
  | { readonly outcome: "done"; readonly work?: number }
  | { readonly outcome: "timed-out"; readonly limit: OuterLimit }
  | { readonly outcome: "stopped" }
  | { readonly outcome: "failed"; readonly library: string | null; readonly sentence: string };

/** The limits that are watched from outside; the others are in the trace's own End. */
export type OuterLimit = Extract<RunLimit, "time" | "trace" | "memory">;

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

const failed = (sentence: string, library: string | null = null): RunOutcome => ({
  outcome: "failed",
  library,
  sentence,
});

const NOT_LOADED =
  "The part of the page that runs programs did not load. Check the connection to this site, then try again.";
const NONSENSE =
  "The program sent the page something that is not a trace, so the run was ended there; what came before it is shown.";
const NO_END = "The run ended without saying how; what came before is shown.";
const NOT_READ =
  "The page could not read what the program sent, so the run was ended there; what came before is shown.";

/** A sandbox whose next worker is always being made ready, so that a run begins without waiting for one. */
export function createSandbox({ openHost }: SandboxOptions): Sandbox {
  let host: Promise<WorkerHost> | null = null;
  let next: Promise<PreparedWorker> | null = null;
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

  const giveUpHost = (): void => {
    void host?.then((opened) => opened.dispose()).catch(() => {});
    host = null;
    next = null;
  };
  /** A host that goes by itself is not used any more; the next run has another one opened. */
  const openWatched = (): Promise<WorkerHost> => {
    const opening = openHost();
    const forget = (): void => {
      if (host === opening) giveUpHost();
    };
    opening.then((opened) => opened.gone.then(forget)).catch(() => {});
    return opening;
  };
  const prepare = (): Promise<PreparedWorker> => {
    if (next) return next;
    host ??= openWatched();
    const preparing = host.then((opened) => prepareWorker(opened)).then(tell);
    next = preparing;
    // A worker that cannot be made is asked for again by the next run, from a fresh host.
    preparing.catch(() => {
      if (next === preparing) giveUpHost();
    });
    return preparing;
  };

  /**
   * Ends a worker whose messages are not read any more, and has the next one made ready. One that may still be at work
   * goes with its host: an engine does not end a thread that is inside a long function of its own, such as `indexOf`.
   */
  const end = async (worker: PreparedWorker, isAtRest: boolean): Promise<void> => {
    if (!isAtRest || !(await worker.terminate())) giveUpHost();
    if (!disposed) prepare().catch(() => {});
  };

  const runOnce = async (
    runId: number,
    request: RunRequest,
    options: SandboxRunOptions,
    stop: AbortSignal,
  ): Promise<RunOutcome> => {
    await gone;
    const preparing = prepare();
    const worker = await Promise.race([
      preparing.catch(() => null),
      new Promise<"stopped">((resolve) => onAbort(stop, () => resolve("stopped"))),
    ]);
    if (worker === "stopped") return { outcome: "stopped" };
    if (worker === null) return failed(NOT_LOADED);
    next = null;

    const { outcome, isAtRest } = await follow(worker, runId, request, options, stop);
    gone = end(worker, isAtRest);
    return outcome;
  };

  prepare().catch(() => {});
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
      next?.then(tell, () => {});
    },
    dispose() {
      disposed = true;
      stopCurrent?.();
      giveUpHost();
    },
  };
}

const isSame = (one: Prefetch, other: Prefetch): boolean =>
  one.build === other.build &&
  one.libraries.length === other.libraries.length &&
  one.libraries.every((files, index) => files === other.libraries[index]);

interface Followed {
  readonly outcome: RunOutcome;
  /** Whether the program reached its end: then its thread does nothing more. A limit may have met it in the middle. */
  readonly isAtRest: boolean;
}

/** Gives a worker its program and follows it to the end; nothing it says afterwards is heard. */
function follow(
  { port, gone }: PreparedWorker,
  runId: number,
  request: RunRequest,
  { onStart, onBatch, timeLimitMs: limitMs = DEFAULT_TIME_LIMIT_MS }: SandboxRunOptions,
  stop: AbortSignal,
): Promise<Followed> {
  return new Promise((resolve) => {
    const guard = new TraceGuard(request.program.spans.length);
    let settled = false;
    const hangUp = (): void => {
      port.onmessage = null;
      port.onmessageerror = null;
      port.close();
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
        const { work } = message;
        return settle(guard.ended ? { outcome: "done", ...(work !== undefined && { work }) } : failed(NO_END));
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
      port.postMessage({ type: "run", runId, request } satisfies ToWorker);
      onStart?.();
    } catch (error) {
      settle(failed(`The program could not be handed to its worker: ${String(error)}.`));
    }
  });
}

function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener("abort", act, { once: true });
}
