import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI014">[] = [
  [
    { code: "FFI014", function: "add", prototype: "int add(int a)", mismatch: "it takes 1 parameter, not 2" },
    null,
    "`add` is declared unlike its C prototype `int add(int a)`: it takes 1 parameter, not 2.",
  ],
];
