import { block, variable, literal, type Example } from "../example.test-support.ts";

const freed = { code: "FFI006", function: "free", address: 0x1004, memory: "heap", offset: 4 } as const;

export const examples: readonly Example<"FFI006">[] = [
  [
    freed,
    block,
    "`free` was given a pointer 4 bytes into block 3 (`text`), not its start, to release.",
    "`free` was given a pointer 4 bytes into block 3 (12 bytes), not its start.",
  ],
  [
    { ...freed, offset: -4 },
    block,
    "`free` was given a pointer 4 bytes before block 3 (`text`), not its start, to release.",
    "`free` was given a pointer 4 bytes before block 3 (12 bytes), not its start.",
  ],
  [
    { ...freed, memory: "unknown", function: null },
    null,
    "C was given 0x1004, an address that no allocator gave out, to release.",
    "`free` was given a pointer that no allocating function returned.",
  ],
  [
    { ...freed, memory: "global" },
    variable,
    "`free` was given block 3 (`total`), a part of the library's own binary, to release.",
    "`free` was given `total`, a global variable.",
  ],
  [
    { ...freed, memory: "global" },
    literal,
    "`free` was given block 3 (`.str.2`), a part of the library's own binary, to release.",
    "`free` was given a string literal.",
  ],
  [
    { ...freed, memory: "local" },
    variable,
    "`free` was given block 3 (`total`), a local variable, to release.",
    "`free` was given `total`, a local variable.",
  ],
];
