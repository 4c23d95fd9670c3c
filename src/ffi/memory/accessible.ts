import { GRANULE, Why } from "../../contract/checker-abi.ts";
import { NULL_PAGE } from "../../faults/classify.ts";
import type { LibraryBinary } from "./library-binary.ts";

/** Why memory may not be accessed through a pointer into no block that is known. */
export type Forbidden =
  { readonly code: "FFI001" | "FFI005" } | { readonly code: "FFI004"; readonly ended: "release" | "return" | "scope" };

/**
 * How many bytes from `address` on may be accessed, at most `bytes`: as many as the checker's shadow says, by the rule
 * that checks C (`ShadowValue`). A build without the checker has no shadow: there it is what lies in memory.
 */
export function accessibleBytes(binary: LibraryBinary, address: number, bytes: number): number {
  const memory = binary.bytes;
  if (!(address >= 0 && address < memory.length)) return 0;
  const end = Math.min(address + bytes, memory.length);
  if (!binary.checked) return end - address;
  for (let at = address; at < end; at += GRANULE - (at % GRANULE)) {
    const shadow = memory[Math.floor(at / GRANULE)]!;
    if (shadow === 0) continue;
    const start = at - (at % GRANULE);
    const allowedEnd = shadow < GRANULE ? start + shadow : start;
    if (allowedEnd < Math.min(end, start + GRANULE)) return Math.max(0, allowedEnd - address);
  }
  return end - address;
}

/** What is wrong with accessing these bytes through a pointer into no block; null when nothing is. */
export function forbidden(binary: LibraryBinary, address: number, bytes: number): Forbidden | null {
  const accessible = accessibleBytes(binary, address, bytes);
  if (accessible >= bytes) return null;
  if (!binary.checked) return { code: "FFI005" };
  if (address >= 0 && address < NULL_PAGE) return { code: "FFI001" };
  const ended = ENDED.get(binary.call("ffi_why", address + accessible));
  return ended === undefined ? { code: "FFI005" } : { code: "FFI004", ended };
}

const ENDED: ReadonlyMap<number, "release" | "return" | "scope"> = new Map([
  [Why.Freed, "release"],
  [Why.AfterReturn, "return"],
  [Why.AfterScope, "scope"],
]);
