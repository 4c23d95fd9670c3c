import { block, type Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI009">[] = [
  [
    { code: "FFI009", function: "use", address: 0x1000, takenBy: "queue_push" },
    block,
    "Block 3 (`text`) was used after `queue_push` had taken it over.",
  ],
];
