// The last colour is popped off the array and released by itself.
import { dlopen, offset, PointerView, struct } from "ffi";

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
const colors = structs.symbols.create_gradient(black, white, 4);
if (colors !== null) {
  const last = offset(colors, 3 * Color.byteLength);
  console.log("last:", new PointerView(last).getStruct(Color));
  structs.symbols.free_colors(last); // FFI006 in free_colors
  structs.symbols.free_colors(colors);
}
