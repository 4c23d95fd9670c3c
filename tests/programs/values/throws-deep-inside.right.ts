// prints 1
import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
using inner = lib.callback(counting, (depth) => (depth === 0 ? 1 : depth));
using outer = lib.callback(counting, (depth) => lib.symbols.call_with(inner.pointer, depth - 1, null));
console.log(lib.symbols.call_with(outer.pointer, 1, null));
