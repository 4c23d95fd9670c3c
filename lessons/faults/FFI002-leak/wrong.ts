// The reason of each refusal is read, and then forgotten.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
});

function tryName(text: string): string {
  using name = strings.cstring(text);
  if (strings.symbols.set_name(name.pointer)) return "accepted";
  const reason = strings.symbols.get_error_message(); // FFI002 in copy_of
  if (reason === null) return "refused";
  return `refused: ${new PointerView(reason).getCString()}`;
}

console.log(tryName("Ada"));
console.log(tryName(""));
