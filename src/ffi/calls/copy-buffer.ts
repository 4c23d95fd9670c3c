import { Owner } from "../../trace/format.ts";
import type { BufferArgument } from "../types/native-types.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { realExtent } from "../memory/typed-array.ts";
import { copyFrom, copyTo } from "../memory/view-array.ts";
import { checkView } from "../memory/view-origin.ts";

/** A typed array's copy in C memory for the length of one call. */
export interface BufferCopy {
  readonly address: number;
  readonly source: BufferArgument;
  readonly byteLength: number;
}

/** Copies a typed array's bytes into a block of its own. Throws RangeError when C has no memory left. */
export function copyIn(space: AddressSpace, source: BufferArgument): BufferCopy {
  checkView(source, "read");
  const { byteLength } = realExtent(source);
  const address = space.allocate(byteLength);
  if (address === 0) throw new RangeError(`the library has no memory left for a copy of ${byteLength} bytes`);
  // Only now: memory may have grown, and a view of it would have lost its bytes.
  copyFrom(source, byteLength, space.bytes, address);
  return { address, source, byteLength };
}

/** Copies the bytes back, as C left them, and releases the copy, unless C has released it already. */
export function copyOut(space: AddressSpace, copy: BufferCopy): void {
  const { source, address, byteLength } = copy;
  const block = space.checked ? space.blocks.at(address) : null;
  if (block && (block.freed || block.owner !== Owner.TypeScript)) return;
  copyTo(source, space.bytes.subarray(address, address + byteLength));
  space.free(address);
}
