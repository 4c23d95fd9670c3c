// A gradient of no steps is no array, and its first colour is read.
import { dlopen, PointerView, struct } from "ffi";

const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
using structs = dlopen("structs", {
  create_gradient: {
    parameters: [Color, Color, "i32"],
    result: "pointer",
  },
  free_colors: { parameters: ["pointer"], result: "void" },
});

function firstOf(steps: number) {
  const black = { r: 0, g: 0, b: 0, a: 255 };
  const white = { r: 255, g: 255, b: 255, a: 255 };
  const colors = structs.symbols.create_gradient(black, white, steps);
  const first = new PointerView(colors!).getStruct(Color); // FFI001
  structs.symbols.free_colors(colors);
  return first;
}

console.log("of 2:", firstOf(2));
console.log("of 0:", firstOf(0));
