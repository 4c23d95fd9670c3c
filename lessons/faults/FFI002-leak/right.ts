// `owned` says how the reason is released, and `using` does it.
import { dlopen, owned, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: {
    parameters: [],
    result: owned("pointer", "free_string"),
  },
  free_string: { parameters: ["pointer"], result: "void" },
});

function tryName(text: string): string {
  using name = strings.cstring(text);
  if (strings.symbols.set_name(name.pointer)) return "accepted";
  using reason = strings.symbols.get_error_message();
  if (reason === null) return "refused";
  return `refused: ${new PointerView(reason.pointer).getCString()}`;
}

console.log(tryName("Ada"));
console.log(tryName(""));
