// says Type '"buffer"' is not assignable to type 'FieldType'.
// says It may be bool i8 u8 i16 u16 i32 u32 isize usize f32 f64 i64 u64 pointer function, another struct, or array(…).
import { struct } from "ffi";
const Message = struct({
  length: "usize",
  bytes: "buffer", // here
});
console.log(Message.byteLength);
