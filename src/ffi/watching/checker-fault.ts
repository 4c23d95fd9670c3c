/** The checker's numbers for what it found, see `c-sources/checker/hooks.h`. */
export const CheckerFault = {
  Read: 1,
  Write: 2,
  DoubleFree: 3,
  InvalidFree: 4,
  Unterminated: 5,
  Overlap: 6,
  StackExhausted: 7,
} as const;

/** The flag of a global that must not be written in the checker's record of it, see `src/toolchain/assembly/constants.ts`. */
export const CONSTANT_GLOBAL = 1;

/** Addresses below this are what a null pointer plus a small offset gives. Bytes. */
export const NULL_PAGE = 65536;
