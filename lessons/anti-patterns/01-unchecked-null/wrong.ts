// The message is measured, and nobody asks whether there is one
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
  strlen: { parameters: ["pointer"], result: "usize" },
});

const { set_name, get_error_message, free_string, strlen } =
  strings.symbols;

for (const name of ["", "Ada"]) {
  using copy = strings.cstring(name);
  set_name(copy.pointer);
  const message = get_error_message();
  const length = strlen(message); // FFI001
  console.log(`set_name("${name}"): ${length} bytes of message`);
  free_string(message);
}
