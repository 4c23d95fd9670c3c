import { dlopen, PointerView, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const Rect = struct({ top_left: Point, bottom_right: Point });
using lib = dlopen("structs", { rect_contains_point: { parameters: ["pointer", Point], result: "bool" } });
// prints true
using rect = lib.alloc(Rect.byteLength);
new PointerView(rect.pointer).setStruct(Rect, 0, { top_left: { x: 0, y: 0 }, bottom_right: { x: 1, y: 1 } });
console.log(lib.symbols.rect_contains_point(rect.pointer, { x: 0.5, y: 1 }));
