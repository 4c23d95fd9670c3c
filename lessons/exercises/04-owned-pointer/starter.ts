import { dlopen, PointerView } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { set_name, get_error_message } = strings.symbols;

/** Why the library refuses a name; null where it takes it. */
export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  if (set_name(copy.pointer)) return null;
  const message = get_error_message();
  return new PointerView(message!).getCString();
}
