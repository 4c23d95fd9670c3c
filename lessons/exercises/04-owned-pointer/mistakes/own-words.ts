// Says: The words are yours, not the library's. Another version of it may put them in another way, or refuse a name for
// another reason.
// Check: A name that the library takes has no error
// Part: it was "the name is empty"
import { dlopen } from "ffi";

const strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});
const { set_name } = strings.symbols;

export function errorOf(name: string): string | null {
  using copy = strings.cstring(name);
  if (set_name(copy.pointer)) return null;
  return "the name is empty";
}
