import { block, variable, inC, inTypeScript, type Example } from "../example.test-support.ts";

const used = { code: "FFI004", ...inC, function: "strlen", act: "read", ended: "release" } as const;

export const examples: readonly Example<"FFI004">[] = [
  [
    used,
    block,
    "In `strlen`, block 3 (`text`) was read after it had been released, at offset 8.",
    "In `strlen`, block 3 (12 bytes) was read at offset 8 after it had been released.",
  ],
  [
    { ...used, act: "use" },
    block,
    "In `strlen`, block 3 (`text`) was used after it had been released.",
    "In `strlen`, block 3 (12 bytes) was used at offset 8 after it had been released.",
  ],
  [
    { ...used, ...inTypeScript, function: "PointerView", act: "write", offset: 0 },
    block,
    "Block 3 (`text`) was written after it had been released.",
    "Block 3 (12 bytes) was written at offset 0 after it had been released.",
  ],
  [
    { ...used, ended: "return" },
    variable,
    "In `strlen`, a local variable was read after its function had returned.",
    "In `strlen`, `total`, a local variable, was read after its function had returned.",
  ],
  [
    { ...used, ended: "scope" },
    null,
    "In `strlen`, a local variable was read after the block of code that declares it.",
  ],
];
