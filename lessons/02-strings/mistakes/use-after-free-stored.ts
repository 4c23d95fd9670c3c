// The text is freed when its scope ends, but the library kept its address.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
});

function store(text: string): void {
  using copy = strings.cstring(text);
  strings.symbols.store_string(copy.pointer);
}

store("Ada Lovelace");
const length = strings.symbols.stored_length(); // FFI004 in stored_length
console.log("stored length:", length);
