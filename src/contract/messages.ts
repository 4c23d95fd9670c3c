import type { RunRequest } from "./run.ts";

/**
 * Messages from the page (or the command line) to the worker that runs a program; what it answers is in
 * `trace/worker-messages.ts`.
 *
 * A worker serves one run and is then thrown away, so nothing a program changed in its globals outlives it.
 */
export type ToWorker =
  /** Libraries that the run is likely to ask for: they are compiled while there is time. Any number, before `run`. */
  | ({ readonly type: "prepare" } & Prefetch)
  | { readonly type: "run"; readonly runId: number; readonly request: RunRequest };

/** What the next run is likely to open. */
export type Prefetch = Pick<RunRequest, "libraries" | "build">;
