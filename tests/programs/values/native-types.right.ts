// prints -128 255 -32768 65535 -2147483648 4294967295
// prints -9223372036854775808n 18446744073709551615n
// prints 0.5 0.1 -0 true false
// prints -2147483648 4294967295
// prints true true
import { dlopen } from "ffi";

using values = dlopen("values", {
  same_i8: { parameters: ["i8"], result: "i8" },
  same_u8: { parameters: ["u8"], result: "u8" },
  same_i16: { parameters: ["i16"], result: "i16" },
  same_u16: { parameters: ["u16"], result: "u16" },
  same_i32: { parameters: ["i32"], result: "i32" },
  same_u32: { parameters: ["u32"], result: "u32" },
  same_i64: { parameters: ["i64"], result: "i64" },
  same_u64: { parameters: ["u64"], result: "u64" },
  same_f32: { parameters: ["f32"], result: "f32" },
  same_f64: { parameters: ["f64"], result: "f64" },
  same_bool: { parameters: ["bool"], result: "bool" },
  same_isize: { parameters: ["isize"], result: "isize" },
  same_usize: { parameters: ["usize"], result: "usize" },
  same_pointer: { parameters: ["pointer"], result: "pointer" },
});
const same = values.symbols;
console.log(
  same.same_i8(-128),
  same.same_u8(255),
  same.same_i16(-32768),
  same.same_u16(65535),
  same.same_i32(-(2 ** 31)),
  same.same_u32(2 ** 32 - 1),
);
console.log(same.same_i64(-(2n ** 63n)), same.same_u64(2n ** 64n - 1n));
console.log(same.same_f32(0.5), same.same_f64(0.1), same.same_f64(-0), same.same_bool(true), same.same_bool(false));
console.log(same.same_isize(-(2 ** 31)), same.same_usize(2 ** 32 - 1));
using memory = values.alloc(1);
console.log(same.same_pointer(null) === null, same.same_pointer(memory.pointer) === memory.pointer);
