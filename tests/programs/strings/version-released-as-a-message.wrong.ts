import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { get_version, free_string } = lib.symbols;
const version = get_version()!;
console.log(new PointerView(version).getUint8() > 0);
free_string(version); // FFI008 in free_string
