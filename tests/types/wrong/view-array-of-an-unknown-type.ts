// says Argument of type '"int32"' is not assignable to parameter of type '"i8" | "u8" | "i16" | "u16" | "i32" | "u32" | "f32" | "f64" | "i64" | "u64"'.
import { dlopen, PointerView } from "ffi";
using buffers = dlopen("buffers", {});
using memory = buffers.alloc(4);
console.log(new PointerView(memory.pointer).getArray("int32", 1)); // here
