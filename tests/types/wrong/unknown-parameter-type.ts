// says Type '"string"' is not assignable to type 'ParameterType'.
// says Write "pointer". It may be bool i8 u8 i16 u16 i32 u32 isize usize f32 f64 i64 u64 pointer function buffer, a struct, taken(…) or borrowed(…).
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: ["string"], result: "bool" }, // here
});
console.log(strings);
