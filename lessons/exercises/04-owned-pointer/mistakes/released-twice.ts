// Says: The message is released twice: by free_string, and again by using at the end of the scope. Each text is released once.
// Check: noFaults
// Fault: FFI003
import { dlopen, owned, PointerView } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: {
    parameters: [],
    result: owned("pointer", "free_string"),
  },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { set_name, get_error_message, free_string } = strings.symbols;

class OutOfMemoryError extends Error {
  override readonly name = "OutOfMemoryError";
}

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  if (set_name(copy.pointer)) return null;
  using message = get_error_message();
  if (message === null) throw new OutOfMemoryError("no memory");
  const words = new PointerView(message.pointer).getCString();
  free_string(message.pointer);
  return words;
}
