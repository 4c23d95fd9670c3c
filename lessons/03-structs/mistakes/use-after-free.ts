// The rectangle is made by a function, and its memory ends with it.
import { dlopen, PointerView, struct, type Pointer } from "ffi";

const Point = struct({ x: "f64", y: "f64" });
const Rect = struct({ top_left: Point, bottom_right: Point });
using structs = dlopen("structs", {
  rect_contains_point: {
    parameters: ["pointer", Point],
    result: "bool",
  },
});

function square(side: number): Pointer {
  using rect = structs.alloc(Rect.byteLength);
  new PointerView(rect.pointer).setStruct(Rect, 0, {
    top_left: { x: 0, y: 0 },
    bottom_right: { x: side, y: side },
  });
  return rect.pointer;
}

const { rect_contains_point } = structs.symbols;
const rect = square(10);
const inside = rect_contains_point(rect, { x: 3, y: 4 }); // FFI004 in rect_contains_point
console.log("inside:", inside);
