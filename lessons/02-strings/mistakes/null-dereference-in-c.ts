// The message is measured by C without asking whether there is one, and the last call succeeded.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
  strlen: { parameters: ["pointer"], result: "usize" },
});

using ada = strings.cstring("Ada");
strings.symbols.set_name(ada.pointer);
const message = strings.symbols.get_error_message();
console.log("length of the message:", strings.symbols.strlen(message)); // FFI001
strings.symbols.free_string(message);
