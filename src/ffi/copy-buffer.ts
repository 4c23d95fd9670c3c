import { Owner } from "../contract/trace.ts";
import type { BufferArgument } from "./native-types.ts";
import type { Space } from "./space.ts";

/** A typed array's copy in C memory for the length of one call. */
export interface BufferCopy {
  readonly address: number;
  readonly source: BufferArgument;
  readonly byteLength: number;
}

/** Copies a typed array's bytes into a block of its own. Throws RangeError when C has no memory left. */
export function copyIn(space: Space, source: BufferArgument): BufferCopy {
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  space.allocating = true;
  let address: number;
  try {
    address = space.call("malloc", bytes.byteLength) >>> 0;
  } finally {
    space.allocating = false;
  }
  if (address === 0) throw new RangeError(`the library has no memory left for a copy of ${bytes.byteLength} bytes`);
  space.bytes.set(bytes, address);
  return { address, source, byteLength: bytes.byteLength };
}

/** Copies the bytes back, as C left them, and releases the copy, unless C has released it already. */
export function copyOut(space: Space, copy: BufferCopy): void {
  const { source, address, byteLength } = copy;
  const block = space.checked ? space.blockAt(address) : null;
  if (block && (block.freed || block.owner !== Owner.TypeScript)) return;
  const target = new Uint8Array(source.buffer, source.byteOffset, byteLength);
  target.set(space.bytes.subarray(address, address + byteLength));
  space.call("free", address);
}
