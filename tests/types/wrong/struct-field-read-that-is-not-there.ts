// says Property 'z' does not exist on type '{ x: number; y: number; }'.
import { dlopen, PointerView, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
using structs = dlopen("structs", {});
using memory = structs.alloc(Point.byteLength);
console.log(new PointerView(memory.pointer).getStruct(Point).z); // here
