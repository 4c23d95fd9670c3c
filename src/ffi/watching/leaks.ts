import { EventKind, Owner } from "../../trace/format.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { Block } from "../memory/block.ts";
import { heldByC, type Holder } from "./held-by-c.ts";

/**
 * Reports, at the end of a program, every live block of a library that the program had to release: FFI002 at its allocation.
 * Blocks of one place are one fault, as one wrong line made them all; but those whose address C still holds are told
 * apart from those that nothing points at any more. What the library keeps for itself is no leak.
 */
export function reportLeaks(space: AddressSpace): void {
  const leaked = space.blocks.all.filter((block) => !block.freed && block.owner === Owner.TypeScript);
  if (leaked.length === 0) return;
  const held = heldByC(space);
  const groups = new Map<string, Block[]>();
  for (const block of leaked) {
    const holder = held.get(block);
    if (holder) tell(space, block, holder);
    if (block.releaseFailed) continue;
    const key = `${block.span} ${block.cLocation} ${holder ? "held" : "lost"} ${block.release ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(block);
    else groups.set(key, [block]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const bytes = group.reduce((sum, block) => sum + block.bytes, 0);
    const { address, release: deallocator, span, cLocation } = first;
    const detail = { code: "FFI002", address, blocks: group.length, bytes, deallocator } as const;
    space.runtime.faults.report(detail, space, first, { span, cLocation });
  }
}

function tell({ id, runtime: { trace } }: AddressSpace, block: Block, holder: Holder): void {
  const global = "global" in holder ? trace.string(holder.global) : 0;
  const inside = "block" in holder ? holder.block.id : 0;
  trace.event(EventKind.Held, 0, 0, id, block.id, global, inside);
}
