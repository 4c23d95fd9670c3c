// The message is released first and read afterwards.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

using empty = strings.cstring("");
strings.symbols.set_name(empty.pointer);
const message = strings.symbols.get_error_message();
if (message !== null) {
  const view = new PointerView(message);
  strings.symbols.free_string(message);
  console.log("because:", view.getCString()); // FFI004
}
