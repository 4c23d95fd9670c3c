// prints -1
import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
let failed: unknown = null;
using callback = lib.callback(counting, () => {
  try {
    return JSON.parse("not JSON") as number;
  } catch (error) {
    failed = error;
    return -1;
  }
});
console.log(lib.symbols.call_with(callback.pointer, 1, null));
if (!failed) throw new Error("the exception was not kept");
