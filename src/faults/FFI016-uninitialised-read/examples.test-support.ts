import { block, variable, result, inC, type Example } from "../example.test-support.ts";

const unwritten = { code: "FFI016", ...inC, function: null, what: "memory" } as const;

export const examples: readonly Example<"FFI016">[] = [
  [
    unwritten,
    block,
    "4 bytes at offset 8 of block 3 (`text`) were read, but neither side had written them.",
    "Block 3 (12 bytes) is read at offset 8 before anything has been written there.",
  ],
  [
    { ...unwritten, what: "value", function: "printf" },
    block,
    "4 bytes at offset 8 of block 3 (`text`) were read, but neither side had written them.",
    "In `printf`, a value from block 3 (12 bytes) is used that was never written.",
  ],
  [
    { ...unwritten, what: "value" },
    variable,
    "4 bytes at offset 8 of block 3 (`total`) were read, but neither side had written them.",
    "`total` is used before anything has been written to it.",
  ],
  [
    { ...unwritten, what: "value" },
    result,
    "4 bytes at offset 8 of block 3 (`retval`) were read, but neither side had written them.",
    "The function ends without a `return`, and its caller is given a value that was never written.",
  ],
  [
    { ...unwritten, what: "value" },
    null,
    "4 bytes at offset 8 of memory were read, but neither side had written them.",
    "A value is used that was never written.",
  ],
];
