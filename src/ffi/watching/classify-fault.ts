import type { FaultCode } from "../../faults/codes.ts";
import { CIRCUMSTANCE } from "../../trace/format.ts";
import { CheckerFault as Kind, NULL_PAGE } from "./checker-fault.ts";
import type { Block } from "../memory/block.ts";
import type { FfiFault } from "../errors.ts";
import type { Crossing, WrongRelease } from "../runtime.ts";
import type { AddressSpace } from "../memory/address-space.ts";

/** The checker's answers to `ffi_why` that say more than that an address is forbidden. */
const WHY: Readonly<Record<number, string>> = { 5: CIRCUMSTANCE.afterReturn, 6: CIRCUMSTANCE.afterScope };

/** Names the fault behind a bad access or release that the checker found in C, and reports it. Throws on null. */
export function classifyFault(
  space: AddressSpace,
  crossing: Crossing | undefined,
  kind: number,
  address: number,
  bytes: number,
  cLocation: number,
): void {
  const { runtime } = space;
  if (crossing?.wrongRelease && crossing.wrongRelease.address !== address)
    throw wrongReleaseFault(space, crossing, crossing.wrongRelease, cLocation);
  const block = space.blockAt(address) ?? (kind === Kind.StackExhausted ? null : space.tombstoneAt(address));
  const circumstance = circumstanceOf(space, kind, address, block);
  const act = kind === Kind.Write ? "write" : kind === Kind.DoubleFree || kind === Kind.InvalidFree ? "free" : "read";
  const detail = {
    act,
    address,
    bytes,
    offset: block ? address - block.address : 0,
    function: crossing?.function ?? null,
    actual: circumstance,
  } as const;

  if (act === "free" && crossing && block && crossing.borrowedBeingFreed === block) {
    crossing.borrowedBeingFreed = null;
    runtime.fault("FFI008", space, block, { ...detail, actual: block.borrowedFrom }, { cLocation });
    return;
  }
  if (act === "free" && crossing) crossing.unreleased = block;
  if (act === "free" && block && !block.freed) block.releaseFailed = true;
  const gone = circumstance === CIRCUMSTANCE.afterReturn || circumstance === CIRCUMSTANCE.afterScope;
  const code = codeOf(kind, address, gone || (block?.freed ?? false));
  const error = runtime.fault(code, space, block, detail, { cLocation });
  // Through null there is nothing to go on with, and what a released handle leads to is anything at all.
  if (
    code === "FFI001" ||
    kind === Kind.StackExhausted ||
    (code === "FFI004" && block && crossing?.handles.includes(block))
  )
    throw error;
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
  const detail = {
    act: "free",
    address,
    offset: address - block.address,
    function: crossing.function,
    expected: block.release,
    actual: block.borrowedFrom,
  } as const;
  return space.runtime.fault(code, space, block, detail, { cLocation });
}

function circumstanceOf(space: AddressSpace, kind: number, address: number, block: Block | null): string | null {
  if (kind === Kind.Overlap) return CIRCUMSTANCE.overlap;
  if (kind === Kind.StackExhausted) return CIRCUMSTANCE.stackExhausted;
  if (kind === Kind.Write && block?.constant && address < block.address + block.bytes) return CIRCUMSTANCE.constant;
  if (block !== null || (kind !== Kind.Read && kind !== Kind.Write)) return null;
  return WHY[space.call("ffi_why", address)] ?? null;
}

function codeOf(kind: number, address: number, freed: boolean): FaultCode {
  switch (kind) {
    case Kind.DoubleFree:
      return "FFI003";
    case Kind.InvalidFree:
      // The checker itself remembers a released block only as long as its quarantine does.
      return freed ? "FFI003" : "FFI006";
    case Kind.Overlap:
    case Kind.StackExhausted:
      return "FFI005";
    case Kind.Unterminated:
      return freed ? "FFI004" : "FFI010";
    default:
      if (address < NULL_PAGE) return "FFI001";
      return freed ? "FFI004" : "FFI005";
  }
}
