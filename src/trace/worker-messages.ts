import * as v from "valibot";
import type { TraceBatch } from "./format.ts";
import { verdictSchema, type Verdict } from "./verdict.ts";
import { MAX_BATCH_EVENTS, MAX_BATCH_STRINGS, MAX_REASON_LENGTH, MAX_STRING_LENGTH } from "./limits.ts";

/**
 * What the worker of a run says. Its receiver takes it for untrusted, the page and the command line alike: the program
 * that runs in the worker can post whatever it likes.
 */
export type FromWorker =
  /** The worker's code has loaded; it waits for `run`. */
  | { readonly type: "ready" }
  | { readonly type: "batch"; readonly runId: number; readonly batch: TraceBatch }
  /** The last batch has been sent; nothing follows. `work` is a sealed run's, in steps. */
  | {
      readonly type: "done";
      readonly runId: number;
      readonly work?: number | undefined;
      /** Of an exam, what came of the behaviour. */
      readonly verdict?: Verdict | undefined;
    }
  /** The run could not begin or go on, by no doing of the program: a library did not load, the worker itself failed. */
  | { readonly type: "failed"; readonly runId: number; readonly library: string | null; readonly reason: string };

const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A buffer that can grow, or that the sender still shares, could change after it was checked. */
const isFixed = ({ buffer }: ArrayBufferView): boolean =>
  buffer instanceof ArrayBuffer && (buffer as { readonly resizable?: boolean }).resizable !== true;
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((array) => isFixed(array)),
);
const words = v.pipe(
  v.instance(Uint32Array),
  v.check((array) => isFixed(array)),
);
const doubles = v.pipe(
  v.instance(Float64Array),
  v.check((array) => isFixed(array)),
);

/** The length is looked at first: a clone keeps the length of an array with nothing in it. */
const strings = v.pipe(
  v.custom<readonly unknown[]>((input) => Array.isArray(input) && input.length <= MAX_BATCH_STRINGS),
  v.custom<readonly string[]>((input) => {
    const list = input as readonly unknown[];
    for (let i = 0; i < list.length; i++) {
      const text = list[i];
      if (typeof text !== "string" || text.length > MAX_STRING_LENGTH) return false;
    }
    return true;
  }),
);

/** The form of a batch, all that can be said of it without the batches before it; the rest is `TraceGuard`'s. */
export const batchSchema: v.GenericSchema<unknown, TraceBatch> = v.pipe(
  v.object({
    first: index,
    kind: bytes,
    span: words,
    cLocation: words,
    a: words,
    b: words,
    c: words,
    d: words,
    time: doubles,
    values: doubles,
    strings,
  }),
  v.check(({ kind, span, cLocation, a, b, c, d, time }) => {
    const { length } = kind;
    if (length > MAX_BATCH_EVENTS) return false;
    return [span, cLocation, a, b, c, d, time].every((other) => other.length === length);
  }),
);

export const readySchema = v.object({ type: v.literal("ready") });

/** Why something failed, cut where it goes on and on. */
export const reasonSchema = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, MAX_REASON_LENGTH)),
);

const message: v.GenericSchema<unknown, FromWorker> = v.variant("type", [
  readySchema,
  v.object({ type: v.literal("batch"), runId: index, batch: batchSchema }),
  v.object({ type: v.literal("done"), runId: index, work: v.optional(index), verdict: v.optional(verdictSchema) }),
  v.object({
    type: v.literal("failed"),
    runId: index,
    library: v.nullable(v.pipe(v.string(), v.maxLength(MAX_REASON_LENGTH))),
    reason: reasonSchema,
  }),
]);

/** What the worker said, or null when it is nothing that the runner says. Never throws. */
export function parseMessage(data: unknown): FromWorker | null {
  const result = v.safeParse(message, data, { abortEarly: true });
  return result.success ? result.output : null;
}
