import * as v from "valibot";
import type { FromThread } from "../threads/followed-run.ts";
import { batchSchema, readySchema, reasonSchema } from "../trace/worker-messages.ts";
import type { ProgramLocations } from "./checker-host.ts";

/** One run of a checked program, for a worker thread. */
export interface RunOrder {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly program: ProgramLocations;
  /** The program's name, then its arguments. */
  readonly arguments: readonly string[];
  /** Which allocation fails: 0 every one, null none. */
  readonly failMalloc: number | null;
  /** Its standard input; null for that of this process. */
  readonly input: Uint8Array | null;
  /** Whether what it prints goes to this process's own output too, as it comes. */
  readonly live: boolean;
  /** What the program is told to be its parent process. */
  readonly parentProcess: number;
}

export interface RunEnd {
  /** What the program returned or gave to `exit`; null when it did not end by itself. */
  readonly exitCode: number | null;
  readonly reachable: { readonly blocks: number; readonly bytes: number };
}

export type FromProgramThread = FromThread<RunEnd>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const message: v.GenericSchema<unknown, FromProgramThread> = v.variant("type", [
  readySchema,
  v.object({ type: v.literal("batch"), batch: batchSchema }),
  v.object({
    type: v.literal("done"),
    exitCode: v.nullable(v.pipe(v.number(), v.safeInteger())),
    reachable: v.object({ blocks: count, bytes: count }),
  }),
  v.object({ type: v.literal("failed"), reason: reasonSchema }),
]);

/** What the thread of a program said, or null when it is nothing that such a thread says. Never throws. */
export function parseMessage(data: unknown): FromProgramThread | null {
  const result = v.safeParse(message, data, { abortEarly: true });
  return result.success ? result.output : null;
}
