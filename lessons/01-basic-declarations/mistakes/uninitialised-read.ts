// malloc gives memory, and the program takes it for an array of zeros.
import { dlopen, PointerView } from "ffi";

using basics = dlopen("basics", {
  process_array: { parameters: ["pointer", "usize"], result: "i32" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { process_array, malloc, free } = basics.symbols;

const counts = malloc(2 * 4);
if (counts !== null) {
  const view = new PointerView(counts);
  for (const die of [0, 1, 1, 0, 1]) {
    const count = view.getInt32(die * 4); // FFI016
    view.setInt32(die * 4, count + 1);
  }
  console.log("status:", process_array(counts, 2));
  free(counts);
}
