import { block, inC, inTypeScript, type Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI010">[] = [
  [
    { code: "FFI010", ...inC, function: "strlen" },
    block,
    "In `strlen`, block 3 (`text`) was read as a C string, but none of its 12 bytes is a NUL.",
    "In `strlen`, block 3 (12 bytes) was read as a text, but none of its 12 bytes is a NUL.",
  ],
  [
    { code: "FFI010", ...inTypeScript, function: "getCString" },
    null,
    "Memory was read as a C string, but none of its 4 bytes is a NUL.",
    "Memory was read as a text, but none of its 4 bytes is a NUL.",
  ],
];
