// The error message is read but never given back.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
});

using empty = strings.cstring("");
if (!strings.symbols.set_name(empty.pointer)) {
  const message = strings.symbols.get_error_message(); // FFI002 in copy_of
  if (message !== null)
    console.log(new PointerView(message).getCString());
}
