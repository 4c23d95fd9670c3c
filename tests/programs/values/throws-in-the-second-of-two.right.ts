// prints -1
import { dlopen } from "ffi";
using lib = dlopen("values", {
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_small: { parameters: ["function"], result: "u8" },
});
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;
using first = lib.callback(counting, () => 1);
using second = lib.callback(counting, () => {
  try {
    throw new Error("no");
  } catch {
    return -2;
  }
});
console.log(lib.symbols.call_both(first.pointer, second.pointer, null));
