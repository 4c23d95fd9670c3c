// C keeps the pointer; its owner is gone when the function returns
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
});

const { store_string, stored_length } = strings.symbols;

function store(text: string): void {
  using copy = strings.cstring(text);
  store_string(copy.pointer);
}

store("a title");
console.log("stored length:", stored_length()); // FFI004 in stored_length
