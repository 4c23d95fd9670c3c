import type { Block } from "../memory/block.ts";
import { blockAround } from "../memory/block-around.ts";
import { globals } from "../memory/c-globals.ts";
import type { AddressSpace } from "../memory/address-space.ts";

/** Where a block's address was found: in a global of C's, or in another block that C can get at. */
export type Holder = { readonly global: string } | { readonly block: Block };

/**
 * The live blocks that C can still get at: their address stands in one of the library's globals, or in a block that C
 * can get at. A global is named before a block.
 *
 * Every aligned word counts as an address if it could be one, also into a block's middle or right behind it. So an
 * integer that happens to look like an address makes its block reachable: "held" may be wrong, "lost" is not. What the
 * C library keeps in its own globals is not looked at.
 *
 * It reads the globals and every block it reaches once. Only for the end of a program: no function of C is under way
 * then, so no variable of one holds anything.
 */
export function heldByC(space: AddressSpace): Map<Block, Holder> {
  const live = [...space.blocks.live].sort((one, other) => one.address - other.address);
  const held = new Map<Block, Holder>();
  const { view } = space;
  const scan = (from: number, to: number, holder: Holder): void => {
    const end = Math.min(to, view.byteLength);
    for (let at = (from + 3) & ~3; at + 4 <= end; at += 4) {
      const value = view.getUint32(at, true);
      const block = value === 0 ? undefined : blockAround(live, value);
      if (block && !held.has(block) && !("block" in holder && holder.block === block)) held.set(block, holder);
    }
  };
  for (const { address, bytes, name } of globals(space)) scan(address, address + bytes, { global: name });
  // A map is walked in the order of its entries, those added meanwhile too.
  for (const block of held.keys()) scan(block.address, block.address + block.bytes, { block });
  return held;
}
