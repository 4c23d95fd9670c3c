// prints -9223372036854775808n 18446744073709551615n
// prints -9223372036854775807n
// prints 0.5 0.1
// prints 1.25
// prints -128 255 -32768 65535 true
// prints 200
import { dlopen } from "ffi";

using values = dlopen("values", {
  call_wide: { parameters: ["function"], result: "i64" },
  call_float: { parameters: ["function"], result: "f32" },
  call_small: { parameters: ["function"], result: "u8" },
});
using wide = values.callback({ parameters: ["i64", "u64"], result: "i64" }, (low, high) => {
  console.log(low, high);
  return low + 1n;
});
console.log(values.symbols.call_wide(wide.pointer));
using float = values.callback({ parameters: ["f32", "f64"], result: "f32" }, (single, double) => {
  console.log(single, double);
  return 1.25;
});
console.log(values.symbols.call_float(float.pointer));
using small = values.callback({ parameters: ["i8", "u8", "i16", "u16", "bool"], result: "u8" }, (...all) => {
  console.log(...all);
  return 200;
});
console.log(values.symbols.call_small(small.pointer));
