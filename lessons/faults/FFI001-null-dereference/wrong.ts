// After a success there is no message, and nobody asks whether there is.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
  strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
});

const { set_name, get_error_message, free_string, strcmp } =
  strings.symbols;

using name = strings.cstring("Ada");
using expected = strings.cstring("the name is empty");
set_name(name.pointer);
const message = get_error_message();
const order = strcmp(message, expected.pointer); // FFI001
console.log("the message we expect:", order === 0);
free_string(message);
