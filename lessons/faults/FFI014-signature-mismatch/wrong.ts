// The function is declared with a length, which it does not take.
import { dlopen } from "ffi";

const table = {
  set_name: { parameters: ["pointer", "usize"], result: "bool" },
} as const;

using strings = dlopen("strings", table); // FFI014

const text = "Ada Lovelace";
using name = strings.cstring(text);
// Meant to pass "Ada" only; C sees no length, and takes it all.
console.log("accepted:", strings.symbols.set_name(name.pointer, 3));
