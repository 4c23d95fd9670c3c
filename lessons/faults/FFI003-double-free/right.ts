// The buffers have one owner; both lists only point at them.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const buffer = strings.symbols.malloc(16);
const buffers = [buffer];
const inputs = [buffer];
const outputs = [buffer];
console.log("uses:", inputs.length + outputs.length);

for (const each of buffers) strings.symbols.free(each);
