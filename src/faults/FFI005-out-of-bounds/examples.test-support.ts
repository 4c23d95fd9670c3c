import { block, variable, literal, inC, inTypeScript, type Example } from "../example.test-support.ts";

const access = { code: "FFI005", ...inC, function: "memset", act: "write", what: "access" } as const;

export const examples: readonly Example<"FFI005">[] = [
  [
    { ...access, bytes: 13, offset: 12 },
    block,
    "In `memset`, a write of 13 bytes reached offset 12, outside of block 3 (`text`), which has 12 bytes.",
    "In `memset`, a write of 13 bytes reached offset 12 of block 3 (12 bytes), just behind its end.",
  ],
  [
    { ...access, ...inTypeScript, function: "PointerView", offset: 10 },
    block,
    "A write of 4 bytes began at offset 10 and does not fit into block 3 (`text`), which has 12 bytes.",
    "A write of 4 bytes reached offset 10 of block 3 (12 bytes), over its end.",
  ],
  [
    { ...access, act: "read", offset: -4 },
    variable,
    "In `memset`, a read of 4 bytes reached offset -4, outside of block 3 (`total`), which has 12 bytes.",
    "In `memset`, a read of 4 bytes reached offset -4 of `total`, which has 12 bytes: 4 bytes before it begins.",
  ],
  [
    { ...access, act: "read", bytes: 1, offset: 13, function: null },
    block,
    "A read of 1 byte reached offset 13, outside of block 3 (`text`), which has 12 bytes.",
    "A read of 1 byte reached offset 13 of block 3 (12 bytes), 1 byte behind its end.",
  ],
  [
    { ...access, act: "read", bytes: 1, function: "strlen" },
    null,
    "In `strlen`, a read of 1 byte reached memory that the program was not given.",
  ],
  [
    { ...access, what: "pointer", offset: 2 ** 32, function: "strlen" },
    block,
    "`strlen` was given a pointer to offset 4294967296 of block 3 (`text`), which has 12 bytes.",
    "In `strlen`, a write of 4 bytes reached offset 4294967296 of block 3 (12 bytes), 4294967284 bytes behind its end.",
  ],
  [
    { ...access, ...inTypeScript, what: "view", bytes: 48, offset: 0, function: null },
    null,
    "A view of 48 bytes was made at offset 0 of memory that the program was not given.",
  ],
  [
    { ...access, what: "constant", offset: 2, bytes: 1 },
    { ...block, owner: "static" },
    "In `memset`, block 3 (`text`) was written, at offset 2, but it is a constant of the library.",
    "In `memset`, `text`, which is `const`, was written.",
  ],
  [
    { ...access, what: "constant", offset: 0, function: null },
    literal,
    "Block 3 (`.str.2`) was written, but it is a constant of the library.",
    "A string literal, which is constant, was written.",
  ],
  [
    { ...access, what: "overlap", function: "memcpy" },
    block,
    "In `memcpy`, 4 bytes were copied to where they overlap with what they were copied from.",
  ],
  [
    { ...access, what: "stack", function: "deep" },
    null,
    "In `deep`, the C stack was used up.",
    "The stack is used up.",
  ],
];
