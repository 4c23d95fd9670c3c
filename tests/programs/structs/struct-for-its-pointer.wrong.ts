import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const Rect = struct({ top_left: Point, bottom_right: Point });
using lib = dlopen("structs", { rect_contains_point: { parameters: [Rect, Point], result: "bool" } }); // FFI014
