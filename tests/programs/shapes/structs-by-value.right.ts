// prints 5 true false
// prints { top_left: { x: 0, y: 1 }, bottom_right: { x: 2, y: 3 } }
import { dlopen, PointerView, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const Rect = struct({ top_left: Point, bottom_right: Point });
using shapes = dlopen("shapes", {
  distance: { parameters: [Point, Point], result: "f64" },
  contains: { parameters: ["pointer", Point], result: "bool" },
  around: { parameters: [Point, "f64"], result: Rect },
});
const { distance, contains, around } = shapes.symbols;
using memory = shapes.alloc(Rect.byteLength);
const view = new PointerView(memory.pointer);
view.setStruct(Rect, 0, { top_left: { x: -1, y: -1 }, bottom_right: { x: 1, y: 1 } });
const inside = contains(memory.pointer, { x: 0.5, y: -1 });
console.log(distance({ x: 0, y: 0 }, { x: 3, y: 4 }), inside, contains(memory.pointer, { x: 2, y: 0 }));
console.log(around({ x: 1, y: 2 }, 1));
if (view.getStruct(Rect).bottom_right.y !== 1) throw new Error("the struct did not come back");
