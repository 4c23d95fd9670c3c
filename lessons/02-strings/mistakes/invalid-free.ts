// The pointer was moved past the first word, then released.
import { dlopen, offset, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

using empty = strings.cstring("");
strings.symbols.set_name(empty.pointer);
let message = strings.symbols.get_error_message();
if (message !== null) {
  message = offset(message, 4);
  console.log("because:", new PointerView(message).getCString());
  strings.symbols.free_string(message); // FFI006 in free_string
}
