import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
using callback = lib.callback(counting, () => JSON.parse("not JSON") as number); // FFI015
let caught = "";
try {
  lib.symbols.call_with(callback.pointer, 1, null);
} catch (error) {
  caught = (error as Error).name;
}
console.log(caught);
