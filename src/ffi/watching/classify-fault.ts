import { Why } from "../../contract/checker-abi.ts";
import { classify, type Finding, type MemoryAt } from "../../faults/classify.ts";
import type { DetailInLibrary } from "../../faults/detail.ts";
import { Owner } from "../../trace/format.ts";
import { findingOf } from "./checker-fault.ts";
import type { Block } from "../memory/block.ts";
import type { FfiFault } from "../errors.ts";
import type { Crossing, WrongRelease } from "../crossing.ts";
import type { AddressSpace } from "../memory/address-space.ts";

/** The checker's answers to `ffi_why` that say more than that an address is forbidden. */
const ENDED: Readonly<Record<number, MemoryAt["ended"]>> = {
  [Why.AfterReturn]: "return",
  [Why.AfterScope]: "scope",
};

/** Names the fault behind a bad access or release that the checker found in C, and reports it. Throws on null. */
export function classifyFault(
  space: AddressSpace,
  crossing: Crossing | undefined,
  kind: number,
  address: number,
  bytes: number,
  cLocation: number,
): void {
  const { faults } = space.runtime;
  if (crossing?.wrongRelease && crossing.wrongRelease.address !== address)
    throw wrongReleaseFault(space, crossing, crossing.wrongRelease, cLocation);
  const finding = findingOf(kind);
  const block = space.blocks.at(address) ?? (finding === "stack-exhausted" ? null : space.blocks.tombstoneAt(address));
  const by = crossing?.function ?? null;

  if (finding === "double-free" || finding === "invalid-free") {
    if (crossing && block && crossing.borrowedBeingFreed === block) {
      crossing.borrowedBeingFreed = null;
      const lent = { code: "FFI008", function: by, address, lender: block.borrowedFrom } as const;
      faults.report(lent, space, block, { cLocation });
      return;
    }
    if (crossing) crossing.unreleased = block;
    if (block && !block.freed) block.releaseFailed = true;
  }
  const detail = classify({ finding, address, bytes, function: by, memory: memoryAt(space, finding, address, block) });
  const error = faults.report(detail, space, block, { cLocation });
  const released = detail.code === "FFI004" ? block : null;
  const isTable = released !== null && space.callbacks.tables.has(released);
  if (isTable) space.callbacks.tablesReadLate.add(released);
  // Through null there is nothing to go on with, and what a released handle or table of functions leads to is anything at all.
  if (
    detail.code === "FFI001" ||
    finding === "stack-exhausted" ||
    isTable ||
    (released && crossing?.handles.includes(released))
  )
    throw error;
}

function memoryAt(space: AddressSpace, finding: Finding, address: number, block: Block | null): MemoryAt {
  if (block) {
    const { address: start, bytes, freed, constant, owner } = block;
    const kind = owner === Owner.Static ? "global" : "heap";
    return { block: { kind, address: start, bytes, freed, constant }, ended: null };
  }
  const accesses = finding === "read" || finding === "write";
  return { block: null, ended: accesses ? (ENDED[space.call("ffi_why", address)] ?? null) : null };
}

/** C has taken one thing for another that it was to release: what it found there means nothing, and it cannot go on. */
export function wrongReleaseFault(
  space: AddressSpace,
  crossing: Crossing,
  { block, code, address }: WrongRelease,
  cLocation: number,
): FfiFault {
  crossing.wrongRelease = null;
  crossing.borrowedBeingFreed = null;
  block.releaseFailed = true;
  return space.runtime.faults.report(releaseDetail(code, crossing.function, address, block), space, block, {
    cLocation,
  });
}

function releaseDetail(code: WrongRelease["code"], by: string, address: number, block: Block): DetailInLibrary {
  const release = { function: by, address };
  switch (code) {
    case "FFI006":
      return { code, ...release, memory: "heap", offset: address - block.address };
    case "FFI007":
      return { code, ...release, deallocator: block.release, allocator: null };
    case "FFI008":
      return { code, ...release, lender: block.borrowedFrom };
  }
}
