import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI011">[] = [
  [
    { code: "FFI011", function: "getCString", address: 0x1000 },
    null,
    "The bytes at 0x1000 were read as text, but they are not UTF-8.",
  ],
];
