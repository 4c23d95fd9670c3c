import * as v from "valibot";
import type { FromWorker } from "../contract/messages.ts";
import type { TraceBatch } from "../trace/format.ts";
import { MAX_BATCH_EVENTS, MAX_BATCH_STRINGS, MAX_STRING_LENGTH } from "../trace/limits.ts";
import { MAX_REASON_LENGTH } from "./limits.ts";

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

const batch: v.GenericSchema<unknown, TraceBatch> = v.pipe(
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

const message: v.GenericSchema<unknown, FromWorker> = v.variant("type", [
  v.object({ type: v.literal("ready") }),
  v.object({ type: v.literal("batch"), runId: index, batch }),
  v.object({ type: v.literal("done"), runId: index }),
  v.object({
    type: v.literal("failed"),
    runId: index,
    library: v.nullable(v.pipe(v.string(), v.maxLength(MAX_REASON_LENGTH))),
    reason: v.pipe(
      v.string(),
      v.transform((text) => text.slice(0, MAX_REASON_LENGTH)),
    ),
  }),
]);

/** What the worker's side of the port said, or null when it is nothing the runner says. Never throws. */
export function parseMessage(data: unknown): FromWorker | null {
  const result = v.safeParse(message, data, { abortEarly: true });
  return result.success ? result.output : null;
}
