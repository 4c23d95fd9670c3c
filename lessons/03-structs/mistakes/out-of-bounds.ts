// The gradient has as many colours as steps, and one more is read.
import { dlopen, PointerView, struct } from "ffi";

const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
using structs = dlopen("structs", {
  create_gradient: {
    parameters: [Color, Color, "i32"],
    result: "pointer",
  },
  free_colors: { parameters: ["pointer"], result: "void" },
});

const black = { r: 0, g: 0, b: 0, a: 255 };
const white = { r: 255, g: 255, b: 255, a: 255 };
const steps = 4;
const colors = structs.symbols.create_gradient(black, white, steps);
if (colors !== null) {
  const view = new PointerView(colors);
  for (let index = 0; index <= steps; index++) {
    const at = index * Color.byteLength;
    console.log(view.getStruct(Color, at).r); // FFI005
  }
  structs.symbols.free_colors(colors);
}
