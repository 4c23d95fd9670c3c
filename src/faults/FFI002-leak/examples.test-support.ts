import { block, type Example } from "../example.test-support.ts";

const leak = { code: "FFI002", address: 0x1000, blocks: 1, bytes: 12, deallocator: "free_string" } as const;

export const examples: readonly Example<"FFI002">[] = [
  [
    leak,
    block,
    "Block 3 (`text`), 12 bytes, was still allocated when the program ended, and nothing points at it any more.",
  ],
  [
    { ...leak, blocks: 2, bytes: 24 },
    block,
    "2 blocks, together 24 bytes, were still allocated when the program ended, and nothing points at them any more.",
  ],
  [
    leak,
    { ...block, heldIn: { global: "stored", block: null } },
    "Block 3 (`text`), 12 bytes, was still allocated when the program ended, and C still holds its address, in `stored`.",
  ],
  [
    { ...leak, blocks: 2, bytes: 24 },
    { ...block, heldIn: { global: null, block: 7 } },
    "2 blocks, together 24 bytes, were still allocated when the program ended, and C still holds their addresses, the first one's in block 7.",
  ],
];
