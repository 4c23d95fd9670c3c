import { dlopen, offset } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = offset(strings.symbols.malloc(16)!, 8);
strings.symbols.free(offset(p, -8));
