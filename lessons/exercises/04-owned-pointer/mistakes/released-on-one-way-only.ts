// Says: Where the library has no message, your function throws before it releases its copy of the name. An exception leaves by
// another way than return.
// Check: nothingLeaked
// When: allocation
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

export function errorOf(name: string): string | null {
  const copy = strings.cstring(name);
  const taken = set_name(copy.pointer);
  if (taken) {
    copy[Symbol.dispose]();
    return null;
  }
  using message = get_error_message();
  if (message === null) throw new OutOfMemoryError("no memory");
  copy[Symbol.dispose]();
  return new PointerView(message.pointer).getCString();
}
