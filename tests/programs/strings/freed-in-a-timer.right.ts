import { dlopen } from "ffi";
// Not `using`: the library has to outlive the timer.
const strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = strings.symbols.malloc(10);
setTimeout(() => strings.symbols.free(p), 5);
