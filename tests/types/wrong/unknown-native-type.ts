// says Type '"size_t"' is not assignable to type 'ResultType'.
// says Write "usize". It may be void bool i8 u8 i16 u16 i32 u32 isize usize f32 f64 i64 u64 pointer function, a struct, owned("pointer", …) or borrowed(…).
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  stored_length: { parameters: [], result: "size_t" }, // here
});
console.log(strings.symbols.stored_length());
