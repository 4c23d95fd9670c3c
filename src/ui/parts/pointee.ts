import type { Crossing, Ledger, Value } from "../../ledger/index.ts";
import { preview } from "./decode-memory.ts";

/** Events before a call among which the block of a copied buffer is looked for. */
const NEAR = 64;

/** The block that holds a buffer's copy for the length of a call; 0 when it is not found. */
export function blockOfBuffer(ledger: Ledger, call: number, address: number): number {
  for (let index = call - 1; index >= Math.max(0, call - NEAR); index -= 1) {
    const event = ledger.event(index);
    if (event.kind === "alloc" && event.address === address) return event.block;
  }
  return 0;
}

/** What C finds behind a value that crossed, on one line; null when the trace does not say. */
export function pointedAt(ledger: Ledger, crossing: Crossing, value: Value, when: "begin" | "end"): string | null {
  if (value.kind !== "pointer" && value.kind !== "buffer") return null;
  const id = value.kind === "pointer" ? value.block : blockOfBuffer(ledger, crossing.event, value.address);
  if (id === 0) return null;
  const step = when === "begin" ? crossing.event + 1 : (crossing.ended ?? crossing.event) + 1;
  const block = ledger.block(id, step);
  const look = ledger.samples(id, step)?.last;
  if (!block || !look || look.type === null || block.freed) return null;
  const structs = ledger.description(crossing.library)?.structs ?? [];
  return preview(look.bytes.subarray(Math.max(0, value.address - block.address)), look.type, structs);
}
