import { dlopen, owned, PointerView, taken } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: {
    parameters: [],
    result: owned("pointer", "free_string"),
  },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
const { set_name, get_error_message } = strings.symbols;

class OutOfMemoryError extends Error {
  override readonly name = "OutOfMemoryError";
}

/**
 * Why the library refuses a name; null where it takes it.
 *
 * Throws NulError for a name that C would cut short, and
 * OutOfMemoryError where there is no memory for the message.
 */
export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  // Only this says whether it failed: a message may be missing.
  if (set_name(copy.pointer)) return null;
  using message = get_error_message();
  if (message === null)
    throw new OutOfMemoryError("there is no memory for the message");
  return new PointerView(message.pointer).getCString();
}
