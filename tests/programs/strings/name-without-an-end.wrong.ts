import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});
const { set_name } = lib.symbols;
using name = lib.alloc(3);
new PointerView(name.pointer).getArray("u8", 3).set([65, 100, 97]);
set_name(name.pointer); // FFI010 in copy_of
