// The counters are summed up, but nothing has set them to 0.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const counters = strings.symbols.malloc(16);
if (counters !== null) {
  const view = new PointerView(counters);
  view.setUint32(0, 1);
  view.setUint32(4, 2);
  let sum = 0;
  for (let index = 0; index < 3; index++)
    sum += view.getUint32(4 * index); // FFI016
  console.log("sum:", sum);
  strings.symbols.free(counters);
}
