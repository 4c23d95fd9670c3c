// says Type '"buffer"' is not assignable to type 'CallbackParameter'.
// says It may be bool i8 u8 i16 u16 i32 u32 isize usize f32 f64 i64 u64 pointer function.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {});
using callback = callbacks.callback({ parameters: ["buffer"], result: "void" }, console.log); // here
console.log(callback.pointer);
