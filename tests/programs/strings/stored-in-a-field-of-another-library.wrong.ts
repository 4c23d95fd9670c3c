import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
using other = dlopen("strings", {});
using text = other.cstring("Ada");
const p = malloc(4)!;
try {
  new PointerView(p).setPointer(0, text.pointer); // FFI017
} catch {
  console.log("refused");
} finally {
  free(p);
}
