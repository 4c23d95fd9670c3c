import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI019">[] = [
  [
    { code: "FFI019", function: "add", type: "i32", value: "2147483648" },
    null,
    "`add` was given 2147483648, which does not fit i32.",
  ],
];
