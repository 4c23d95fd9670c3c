import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI001">[] = [
  [
    { code: "FFI001", side: "c", function: "strlen", act: "read", address: 0 },
    null,
    "In `strlen`, memory was read through a null pointer.",
  ],
  [
    { code: "FFI001", side: "typescript", function: "PointerView", act: "write", address: 8 },
    null,
    "Memory was written through a null pointer plus 8 bytes.",
  ],
];
