// One buffer is in two lists, and each list releases what it holds.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const buffer = strings.symbols.malloc(16);
const inputs = [buffer];
const outputs = [buffer];
console.log("buffers:", inputs.length + outputs.length);

for (const each of inputs) strings.symbols.free(each);
for (const each of outputs) strings.symbols.free(each); // FFI003
