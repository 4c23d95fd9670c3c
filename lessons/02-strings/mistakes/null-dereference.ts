// The message is read without asking whether there is one.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

using ada = strings.cstring("Ada");
strings.symbols.set_name(ada.pointer);
const message = strings.symbols.get_error_message();
const text = new PointerView(message!).getCString(); // FFI001
console.log("because:", text);
strings.symbols.free_string(message);
