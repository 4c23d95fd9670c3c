import type { TraceBatch } from "../trace/format.ts";
import type { Positions } from "./checker-host.ts";

/** One run of a checked program, for a worker thread. */
export interface RunOrder {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly positions: Positions;
  /** The program's name, then its arguments. */
  readonly arguments: readonly string[];
  /** Which allocation fails: 0 every one, null none. */
  readonly failMalloc: number | null;
  /** Its standard input; null for that of this process. */
  readonly input: Uint8Array | null;
  /** Whether what it prints goes to this process's own output too, as it comes. */
  readonly live: boolean;
}

export interface RunEnd {
  /** What the program returned or gave to `exit`; null when it did not end by itself. */
  readonly exitCode: number | null;
  readonly reachable: { readonly blocks: number; readonly bytes: number };
}

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "batch"; readonly batch: TraceBatch }
  | ({ readonly type: "done" } & RunEnd)
  | { readonly type: "failed"; readonly reason: string };
