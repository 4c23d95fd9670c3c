import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
using inner = lib.callback(counting, (depth) => {
  if (depth === 0) throw new Error("the bottom"); // FFI015
  return depth;
});
using outer = lib.callback(counting, (depth) => lib.symbols.call_with(inner.pointer, depth - 1, null));
try {
  lib.symbols.call_with(outer.pointer, 1, null);
} catch (error) {
  console.log((error as Error).message);
}
