import { dlopen, PointerView, struct } from "ffi";

// The structs of structs.h: the same fields, in the same order.
const Point = struct({ x: "f64", y: "f64" });
const Rect = struct({ top_left: Point, bottom_right: Point });
const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
// One of our own, for its gaps.
const Reading = struct({ flag: "u8", value: "f64", level: "u8" });

for (const [name, type] of Object.entries({
  Point,
  Rect,
  Color,
  Reading,
})) {
  const fields = type.fields.map(
    (each) => `${each.name} at ${each.offset}`,
  );
  console.log(
    `${name}: ${type.byteLength} bytes, ${fields.join(", ")}`,
  );
}

using structs = dlopen("structs", {
  calculate_distance: { parameters: [Point, Point], result: "f64" },
  rect_contains_point: {
    parameters: ["pointer", Point],
    result: "bool",
  },
  create_gradient: {
    parameters: [Color, Color, "i32"],
    result: "pointer",
  },
  free_colors: { parameters: ["pointer"], result: "void" },
});

// By value: the points themselves cross.
const from = { x: 0, y: 0 };
const to = { x: 3, y: 4 };
console.log("distance:", structs.symbols.calculate_distance(from, to));

// By pointer: the rectangle has to lie in C's memory first.
using rect = structs.alloc(Rect.byteLength);
new PointerView(rect.pointer).setStruct(Rect, 0, {
  top_left: { x: 0, y: 0 },
  bottom_right: { x: 10, y: 5 },
});
const inside = structs.symbols.rect_contains_point(rect.pointer, to);
console.log("inside:", inside);

// Many of them: one block, one colour behind the other.
const red = { r: 255, g: 0, b: 0, a: 255 };
const blue = { r: 0, g: 0, b: 255, a: 255 };
const colors = structs.symbols.create_gradient(red, blue, 3);
if (colors !== null) {
  const view = new PointerView(colors);
  for (let index = 0; index < 3; index++) {
    console.log(index, view.getStruct(Color, index * Color.byteLength));
  }
  structs.symbols.free_colors(colors);
}
