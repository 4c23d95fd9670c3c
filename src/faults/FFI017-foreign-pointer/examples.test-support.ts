import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI017">[] = [
  [
    { code: "FFI017", function: "free", address: 0x1000, givenTo: "strings", home: "buffers" },
    null,
    "`free` was given a pointer into buffers: it means nothing in this library's memory.",
  ],
  [
    { code: "FFI017", function: "free", address: 0x1000, givenTo: "strings", home: "strings" },
    null,
    "`free` was given a pointer into another opened strings: it means nothing in this library's memory.",
  ],
];
