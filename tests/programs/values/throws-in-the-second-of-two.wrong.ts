import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
using first = lib.callback(counting, () => 1);
using second = lib.callback(counting, () => {
  throw new Error("no"); // FFI015
});
try {
  lib.symbols.call_both(first.pointer, second.pointer, null);
} catch (error) {
  console.log((error as Error).message);
}
