// calloc allocates memory that is all zeros.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const counters = strings.symbols.calloc(4, 4);
if (counters !== null) {
  const view = new PointerView(counters);
  view.setUint32(0, 1);
  view.setUint32(4, 2);
  let sum = 0;
  for (let index = 0; index < 3; index++)
    sum += view.getUint32(4 * index);
  console.log("sum:", sum);
  strings.symbols.free(counters);
}
