// Says: You read a message whether there is one or not. For a name that was taken the library returns NULL, and nothing is there.
// Check: A name that the library takes has no error
// Fault: FFI001
// When: as-it-is
import { dlopen, PointerView } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { set_name, get_error_message, free_string } = strings.symbols;

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  set_name(copy.pointer);
  const message = get_error_message();
  const words = new PointerView(message!).getCString();
  free_string(message);
  return words === "" ? null : words;
}
