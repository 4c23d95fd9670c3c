import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI013">[] = [
  [
    { code: "FFI013", function: "process_items", address: 7 },
    null,
    "`process_items` called a callback that had been closed.",
  ],
  [{ code: "FFI013", function: null, address: 7 }, null, "C called a callback that had been closed."],
];
