import { GlobalFlag, GlobalRecord, GRANULE, ShadowValue } from "../../contract/checker-abi.ts";
import type { LibraryBinary } from "./library-binary.ts";

/** One object of a library's static data, as the compiler recorded it for the checker. */
export interface CGlobal {
  readonly address: number;
  readonly bytes: number;
  /** With the bytes after it that nothing may touch. */
  readonly bytesWithRedzone: number;
  readonly name: string;
  /** It must not be written: it is `const`, or a text literal. */
  readonly constant: boolean;
}

const LONGEST_NAME = 100;

/** The global that an address lies in or right behind; null when it lies in none, or the build has no checker. */
export function globalAt(binary: LibraryBinary, address: number): CGlobal | null {
  const record = binary.call("ffi_global_at", address) >>> 0;
  if (record === 0) return null;
  const word = (offset: number) => binary.view.getUint32(record + offset, true);
  return {
    address: word(GlobalRecord.Address),
    bytes: word(GlobalRecord.Bytes),
    bytesWithRedzone: word(GlobalRecord.BytesWithRedzone),
    name: nameAt(binary, word(GlobalRecord.Name)),
    constant: word(GlobalRecord.Flags) === GlobalFlag.Constant,
  };
}

/** A C object's name as clang wrote it: a plain NUL-terminated string of ASCII. */
function nameAt({ bytes }: LibraryBinary, address: number): string {
  const end = bytes.indexOf(0, address);
  return String.fromCharCode(...bytes.subarray(address, Math.min(end, address + LONGEST_NAME)));
}

/**
 * All globals of a checked library, by address. The checker has no list to hand out, but each global has a redzone
 * behind it: the shadow is searched for those. The C library's own globals have none, and are not among them.
 */
export function* globals(binary: LibraryBinary): Generator<CGlobal> {
  const shadowEnd = binary.bytes.length / GRANULE;
  let at = binary.bytes.indexOf(ShadowValue.Global);
  while (at >= 0 && at < shadowEnd) {
    const found = globalAt(binary, at * GRANULE);
    if (found) yield found;
    const next = found ? (found.address + found.bytesWithRedzone) / GRANULE : 0;
    at = binary.bytes.indexOf(ShadowValue.Global, Math.max(at + 1, next));
  }
}
