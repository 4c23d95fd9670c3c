// Says: The message is never released. get_error_message makes a new text at every call, and the header says that the caller
// releases each.
// Check: nothingLeaked
// When: as-it-is
import { dlopen, PointerView } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { set_name, get_error_message } = strings.symbols;

class OutOfMemoryError extends Error {
  override readonly name = "OutOfMemoryError";
}

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  if (set_name(copy.pointer)) return null;
  const message = get_error_message();
  if (message === null) throw new OutOfMemoryError("no memory");
  return new PointerView(message).getCString();
}
