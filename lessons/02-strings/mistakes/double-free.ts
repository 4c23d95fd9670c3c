// The message is released where it is read, and again in the clean-up.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

using empty = strings.cstring("");
strings.symbols.set_name(empty.pointer);
const message = strings.symbols.get_error_message();
try {
  if (message !== null) {
    console.log(new PointerView(message).getCString());
    strings.symbols.free_string(message);
  }
} finally {
  strings.symbols.free_string(message); // FFI003 in free_string
}
