// An opacity from 0 to 1 is scaled by 256, and 1 does not fit a byte.
import { dlopen, PointerView, struct } from "ffi";

const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
using structs = dlopen("structs", {
  create_gradient: {
    parameters: [Color, Color, "i32"],
    result: "pointer",
  },
  free_colors: { parameters: ["pointer"], result: "void" },
});

const { create_gradient, free_colors } = structs.symbols;
const clear = { r: 0, g: 0, b: 255, a: 0 * 256 };
const opaque = { r: 0, g: 0, b: 255, a: 1 * 256 };
const colors = create_gradient(clear, opaque, 3); // FFI019
if (colors !== null) {
  console.log("first:", new PointerView(colors).getStruct(Color));
  free_colors(colors);
}
