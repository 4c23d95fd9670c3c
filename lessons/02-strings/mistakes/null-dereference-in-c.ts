// C measures the message without asking whether there is one.
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
const length = strings.symbols.strlen(message); // FFI001
console.log("length of the message:", length);
strings.symbols.free_string(message);
