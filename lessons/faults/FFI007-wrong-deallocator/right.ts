// What calloc or malloc returned goes back to free.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const name = strings.symbols.calloc(4, 1);
if (name !== null) {
  const bytes = new TextEncoder().encode("Ada");
  new PointerView(name).getArray("u8", 3).set(bytes);
  console.log("accepted:", strings.symbols.set_name(name));
  strings.symbols.free(name);
}
