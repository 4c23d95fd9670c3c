// The message is released by free, where the header asks for free_string.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

using empty = strings.cstring("");
strings.symbols.set_name(empty.pointer);
const message = strings.symbols.get_error_message();
if (message !== null) {
  console.log("because:", new PointerView(message).getCString());
  strings.symbols.free(message); // FFI007
}
