// The memory is released, unless C says that something went wrong.
import { dlopen, PointerView } from "ffi";

using basics = dlopen("basics", {
  process_array: { parameters: ["pointer", "usize"], result: "i32" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { process_array, malloc, free } = basics.symbols;

function doubleOf(value: number): number | null {
  const memory = malloc(4); // FFI002
  if (memory === null) return null;
  const view = new PointerView(memory);
  view.setInt32(0, value);
  if (process_array(memory, 1) !== 0) return null;
  const result = view.getInt32(0);
  free(memory);
  return result;
}

console.log("double of 21:", doubleOf(21));
console.log("double of 2 ** 30:", doubleOf(2 ** 30));
