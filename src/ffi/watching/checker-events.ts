import { Allocator } from "../../contract/checker-abi.ts";
import { Owner } from "../../trace/format.ts";
import type { CheckerHooks } from "../host.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { DISPOSE, type Block } from "../memory/block.ts";
import { classifyFault } from "./classify-fault.ts";

/** C functions of libc that give a new heap block to their caller. */
const LIBC_ALLOCATORS = new Set(["malloc", "calloc", "realloc", "aligned_alloc", "strdup"]);

/** What the checker of one library reports while C runs: allocations, releases and bad accesses. */
export class CheckerEvents implements CheckerHooks {
  readonly #space: AddressSpace;
  /** The `realloc` that made the latest block: the call it was in, and its place in C. It releases the old one there. */
  #reallocating: { readonly event: number | null; readonly cLocation: number } | null = null;

  constructor(space: AddressSpace) {
    this.#space = space;
  }

  allocated(address: number, bytes: number, allocator: number, cLocation: number): void {
    // One call of C may allocate, and grow the memory, several times: each growth is told.
    void this.#space.bytes;
    const { runtime, blocks, allocating, id } = this.#space;
    const call = runtime.callInto(id);
    const span = call?.span ?? runtime.span;
    if (allocating) blocks.add(address, bytes, Owner.TypeScript, DISPOSE, span, 0);
    else if (call && LIBC_ALLOCATORS.has(call.function)) blocks.add(address, bytes, Owner.TypeScript, "free", span, 0);
    else blocks.add(address, bytes, Owner.C, null, span, cLocation);
    // realloc makes the new block first and then releases the old one, if there is one and it may.
    this.#reallocating = allocator === Allocator.Realloc ? { event: call?.event ?? null, cLocation } : null;
  }

  release(address: number, cLocation: number): number {
    const space = this.#space;
    const { runtime, prototypes } = space;
    const block = space.blocks.beginningAt(address);
    if (!block) return 1;
    const call = runtime.callInto(space.id);
    if (!call) {
      this.#released(block, DISPOSE, cLocation);
      return 1;
    }
    if (call.stale === address) return 0;
    const by = call.function;
    if (call.borrowedBeingFreed === block) {
      call.borrowedBeingFreed = null;
      const detail = { code: "FFI008", function: by, address, lender: block.borrowedFrom } as const;
      runtime.faults.report(detail, space, block, { cLocation });
      return 0;
    }
    const adopted = block.release === "free" && prototypes.adopts(by);
    const wrong = block.owner === Owner.TypeScript && !adopted && !mayRelease(block.release, by);
    if (wrong) {
      const detail = { code: "FFI007", function: by, address, deallocator: block.release, allocator: null } as const;
      runtime.faults.report(detail, space, block, { cLocation });
      call.wrongRelease = null;
      block.freedWrongly = true;
    }
    this.#released(block, by, cLocation);
    return 1;
  }

  #released(block: Block, by: string, cLocation: number): void {
    const { runtime, blocks, prototypes, id } = this.#space;
    const call = runtime.callInto(id);
    // What C makes and releases within one call was for that call: it has gone nowhere else.
    const temporary = block.madeIn !== null && block.madeIn === call?.event;
    const making = this.#reallocating;
    const reallocated = making !== null && making.event === (call?.event ?? null) && making.cLocation === cLocation;
    block.moved =
      reallocated || (block.owner === Owner.C && block.takenBy === null && !temporary && !prototypes.takes(by));
    this.#reallocating = null;
    blocks.released(block, by, call?.span ?? runtime.span, cLocation);
  }

  fault(kind: number, address: number, bytes: number, cLocation: number): void {
    const space = this.#space;
    classifyFault(space, space.runtime.callInto(space.id), kind, address, bytes, cLocation);
  }
}

/** Whether `by` may release a block that is to be released with `release`. `realloc` releases what `free` does. */
function mayRelease(release: string | null, by: string): boolean {
  return release === by || (release === "free" && by === "realloc");
}
