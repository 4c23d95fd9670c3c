import { block, type Example } from "../example.test-support.ts";

const view = { code: "FFI012", act: "read", address: 0x1000, bytes: 12 } as const;

export const examples: readonly Example<"FFI012">[] = [
  [{ ...view, cause: "moved" }, block, "A view of block 3 (`text`) was read after C had moved the data elsewhere."],
  [
    { ...view, cause: "grew", act: "write" },
    block,
    "A view of block 3 (`text`) was written after the library's memory had grown.",
  ],
];
