import { block, type Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI008">[] = [
  [
    { code: "FFI008", function: "free", address: 0x1000, lender: "get_version" },
    block,
    "Block 3 (`text`) was given to `free` to release, but `get_version` only lent it.",
  ],
];
