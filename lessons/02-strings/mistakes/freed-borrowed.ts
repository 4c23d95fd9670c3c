// The version is released, but the library still owns it.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

const version = strings.symbols.get_version();
if (version !== null) {
  console.log("version:", new PointerView(version).getCString());
  strings.symbols.free_string(version); // FFI008 in free_string
}
