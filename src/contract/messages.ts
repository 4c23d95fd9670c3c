import type { RunRequest } from "./run.ts";
import type { TraceBatch } from "../trace/format.ts";

/**
 * Messages between the page (or the command line) and the worker that runs a program. Every message to the page is
 * untrusted: the program can post anything through the same port.
 *
 * A worker serves one run and is then thrown away, so nothing a program changed in its globals outlives it.
 */
export type ToWorker =
  /** Libraries that the run is likely to ask for: they are compiled while there is time. Any number, before `run`. */
  | ({ readonly type: "prepare" } & Prefetch)
  | { readonly type: "run"; readonly runId: number; readonly request: RunRequest };

/** What the next run is likely to open. */
export type Prefetch = Pick<RunRequest, "libraries" | "build">;

export type FromWorker =
  /** The worker's code has loaded; it waits for `run`. */
  | { readonly type: "ready" }
  | { readonly type: "batch"; readonly runId: number; readonly batch: TraceBatch }
  /** The last batch has been sent; nothing follows. */
  | { readonly type: "done"; readonly runId: number }
  /** The run could not begin or go on, by no doing of the program: a library did not load, the worker itself failed. */
  | { readonly type: "failed"; readonly runId: number; readonly library: string | null; readonly reason: string };
