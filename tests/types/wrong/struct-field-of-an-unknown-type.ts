// says Type '"double"' is not assignable to type 'FieldType'.
// says Write "f64". It may be bool i8 u8 i16 u16 i32 u32 isize usize f32 f64 i64 u64 pointer function, another struct, or array(…).
import { struct } from "ffi";
const Point = struct({
  x: "double", // here
  y: "f64",
});
console.log(Point.byteLength);
