import { block, type Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI018">[] = [
  [
    { code: "FFI018", function: "use_handle", address: 0x1000, during: "use_handle" },
    block,
    "`use_handle` was given block 3 (`text`) while another task was in the middle of using it.",
  ],
];
