import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
using callback = lib.callback(counting, () => 2 ** 31);
try {
  lib.symbols.call_with(callback.pointer, 1, null); // FFI015
} catch (error) {
  console.log((error as Error).name);
}
