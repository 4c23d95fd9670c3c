import { classOf, realBytes } from "../../ffi/memory/typed-array.ts";

/** The name of a typed array's class, whatever it says; undefined for what is none. */
export const kindOf = (value: unknown): string | undefined => classOf(value)?.name;

/** The bytes behind a typed array or a `DataView`, shared with it; null for anything else. */
export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> | null =>
  ArrayBuffer.isView(value) ? (realBytes(value) as Uint8Array<ArrayBuffer>) : null;
