import { CONSTANT_GLOBAL } from "../watching/checker-fault.ts";
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

/** Words of the checker's record of a global. */
const WORD = { address: 0, bytes: 1, bytesWithRedzone: 2, name: 3, flags: 5 } as const;

/** Bytes of memory that one byte of the checker's shadow speaks of; the shadow begins at address 0. */
const GRANULE = 8;

/** What the shadow says of the bytes after a global. */
const SHADOW_GLOBAL = 0xf9;

const LONGEST_NAME = 100;

/** The global that an address lies in or right behind; null when it lies in none, or the build has no checker. */
export function globalAt(binary: LibraryBinary, address: number): CGlobal | null {
  const record = binary.call("ffi_global_at", address) >>> 0;
  if (record === 0) return null;
  const word = (index: number) => binary.view.getUint32(record + 4 * index, true);
  return {
    address: word(WORD.address),
    bytes: word(WORD.bytes),
    bytesWithRedzone: word(WORD.bytesWithRedzone),
    name: nameAt(binary, word(WORD.name)),
    constant: word(WORD.flags) === CONSTANT_GLOBAL,
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
  let at = binary.bytes.indexOf(SHADOW_GLOBAL);
  while (at >= 0 && at < shadowEnd) {
    const found = globalAt(binary, at * GRANULE);
    if (found) yield found;
    const next = found ? (found.address + found.bytesWithRedzone) / GRANULE : 0;
    at = binary.bytes.indexOf(SHADOW_GLOBAL, Math.max(at + 1, next));
  }
}
