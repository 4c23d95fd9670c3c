// malloc is asked for more than there is, and says so with null.
import { dlopen, PointerView } from "ffi";

using basics = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = basics.symbols;

const gibibytes = (count: number) => count * 2 ** 30;
const memory = malloc(gibibytes(2));
const view = new PointerView(memory!); // FFI001
view.setUint8(0, 1);
console.log("first byte:", view.getUint8(0));
free(memory);
