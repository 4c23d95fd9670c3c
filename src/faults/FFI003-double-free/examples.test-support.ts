import { block, type Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI003">[] = [
  [
    { code: "FFI003", function: "free", address: 0x1000 },
    block,
    "Block 3 (`text`) was released a second time by `free`.",
    "Block 3 (12 bytes) was released a second time by `free`.",
  ],
  [
    { code: "FFI003", function: null, address: 0x1000 },
    null,
    "Memory was released a second time.",
    "Memory was released a second time by `free`.",
  ],
];
