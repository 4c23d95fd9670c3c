import type { TraceBatch } from "../contract/trace.ts";

/** The buffers of a batch, for posting it without a copy. */
export function batchBuffers(batch: TraceBatch): ArrayBuffer[] {
  const { kind, site, cSite, a, b, c, d, time, values } = batch;
  return [kind, site, cSite, a, b, c, d, time, values].map((column) => column.buffer as ArrayBuffer);
}
