// Says: You read the message after you have released it. The memory may hold something else by then.
// Check: noFaults
// Fault: FFI004
import { dlopen, PointerView } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { set_name, get_error_message, free_string } = strings.symbols;

class OutOfMemoryError extends Error {
  override readonly name = "OutOfMemoryError";
}

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  if (set_name(copy.pointer)) return null;
  const message = get_error_message();
  if (message === null) throw new OutOfMemoryError("no memory");
  const view = new PointerView(message);
  free_string(message);
  return view.getCString();
}
