// size_t is declared as a 64-bit number, which it is only on some machines.
import { dlopen } from "ffi";

const table = {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "u64" },
} as const;

using strings = dlopen("strings", table); // FFI014

using text = strings.cstring("Ada");
strings.symbols.store_string(text.pointer);
console.log("stored length:", strings.symbols.stored_length());
