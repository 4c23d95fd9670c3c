import { dlopen, PointerView } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
  strlen: { parameters: ["pointer"], result: "usize" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, memset, strlen, free } = strings.symbols;
const p = malloc(8)!;
memset(p, 0, 8);
const view = new PointerView(p);
for (let i = 0; i < 8; i++) view.getUint8(i);
view.getUint16();
strlen(p);
memset(p, 1, 1);
free(p);
