import type { AddressSpace } from "./address-space.ts";

const spaces = new WeakMap<object, AddressSpace>();

/** Keeps in mind that a buffer is a library's memory. Growth makes another buffer of it. */
export function rememberMemory(buffer: ArrayBufferLike, space: AddressSpace): void {
  spaces.set(buffer, space);
}

/** Whose memory a buffer is, or was before it grew; undefined for one of TypeScript's own. */
export const memoryOf = (buffer: ArrayBufferLike): AddressSpace | undefined => spaces.get(buffer);
