import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI015">[] = [
  [
    { code: "FFI015", exception: "RangeError: too many" },
    null,
    "A callback threw while C was on the stack: RangeError: too many.",
  ],
];
