// Says: You take a failed set_name for a proof that there is a message. The message is a new text, for which there may be no
// memory: then the library returns NULL, and you read there.
// Check: An empty name is refused in the library's words
// Fault: FFI001
import { dlopen, PointerView } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { set_name, get_error_message, free_string } = strings.symbols;

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  if (set_name(copy.pointer)) return null;
  const message = get_error_message();
  const words = new PointerView(message!).getCString();
  free_string(message);
  return words;
}
