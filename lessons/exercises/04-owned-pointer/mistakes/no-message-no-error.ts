// Says: You take a missing message for a good name. There is also none where the library refused the name and had no memory for
// the words: your function then says that all is well.
// Check: An empty name is refused in the library's words
// Part: null
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

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  set_name(copy.pointer);
  using message = get_error_message();
  if (message === null) return null;
  return new PointerView(message.pointer).getCString();
}
