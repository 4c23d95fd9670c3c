import type { Example } from "../example.test-support.ts";

export const examples: readonly Example<"FFI020">[] = [
  [
    { code: "FFI020", function: "register_callback", address: 7, unregister: "unregister_callback" },
    null,
    "A callback that `register_callback` was given was still registered when the program ended.",
  ],
];
