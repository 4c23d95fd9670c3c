import type { TraceBatch } from "./format.ts";

/** The buffers of a batch, for posting it without a copy. */
export function batchBuffers(batch: TraceBatch): ArrayBuffer[] {
  const { kind, span, cLocation, a, b, c, d, time, values } = batch;
  return [kind, span, cLocation, a, b, c, d, time, values].map((column) => column.buffer as ArrayBuffer);
}
