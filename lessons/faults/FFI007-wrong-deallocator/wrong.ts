// A block of malloc is given to the library's own deallocator.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  free_string: { parameters: ["pointer"], result: "void" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
});

const name = strings.symbols.calloc(4, 1);
if (name !== null) {
  const bytes = new TextEncoder().encode("Ada");
  new PointerView(name).getArray("u8", 3).set(bytes);
  console.log("accepted:", strings.symbols.set_name(name));
  strings.symbols.free_string(name); // FFI007 in free_string
}
