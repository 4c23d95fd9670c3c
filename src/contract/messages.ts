import type { LibraryFiles, RunRequest, SealedEngineFiles } from "./run.ts";

/**
 * Messages from the page (or the command line) to the worker that runs a program; what it answers is in
 * `trace/worker-messages.ts`.
 *
 * A worker serves one open run and is then thrown away, so nothing a program changed in its globals outlives it. Of sealed runs
 * it serves any number, one after the other: their programs reach nothing that the worker keeps.
 */
export type ToWorker =
  /** Libraries that the run is likely to ask for: they are compiled while there is time. Any number, before `run`. */
  | ({ readonly type: "prepare" } & Prefetch)
  | { readonly type: "run"; readonly runId: number; readonly request: RunRequest }
  | SeriesMessage;

/** What the next run is likely to open. */
export type Prefetch = Pick<RunRequest, "libraries" | "build">;

/** To a worker that serves a series of sealed runs: what several of them use comes once. */
export type SeriesMessage =
  /** The engine of the runs that are ordered after it. */
  | ({ readonly type: "engine" } & EngineParts)
  /** The runs that are ordered after it name it by its number. */
  | {
      readonly type: "library";
      readonly number: number;
      readonly files: LibraryFiles;
    }
  /** It waits until those before it are done. */
  | { readonly type: "sealed-run"; readonly runId: number; readonly request: SealedOrder };

/** What all runs in one sealed engine have in common. */
export type EngineParts = Pick<SealedEngineFiles, "engine" | "wasm">;

/** A request for a sealed run. */
export type SealedRequest = RunRequest & { readonly sealed: SealedEngineFiles };

/** The same with numbers in place of what the worker has been given. */
export type SealedOrder = Omit<RunRequest, "libraries" | "sealed"> & {
  readonly libraries: readonly number[];
  readonly sealed: Omit<SealedEngineFiles, keyof EngineParts>;
};
