import { block, type Example } from "../example.test-support.ts";

const released = { code: "FFI007", function: "free", address: 0x1000, allocator: null } as const;

export const examples: readonly Example<"FFI007">[] = [
  [
    { ...released, deallocator: "free_string" },
    block,
    "Block 3 (`text`) was released by `free`, but it has to be released by `free_string`.",
    "Block 3 (12 bytes) is what `another function` made, and `free` was given it.",
  ],
  [
    { ...released, deallocator: "dispose" },
    block,
    "Block 3 (`text`) was released by `free`, but TypeScript owns it.",
    "Block 3 (12 bytes) is what `another function` made, and `free` was given it.",
  ],
  [
    { ...released, deallocator: "fclose", allocator: "fopen" },
    block,
    "Block 3 (`text`) was released by `free`, but it has to be released by `fclose`.",
    "Block 3 (12 bytes) is what `fopen` made, and `free` was given it.",
  ],
];
