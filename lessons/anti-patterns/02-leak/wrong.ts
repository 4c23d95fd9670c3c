// The message is released, except when the function leaves early
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

const { set_name, get_error_message, free_string } = strings.symbols;

function explain(name: string): string {
  using copy = strings.cstring(name);
  set_name(copy.pointer);
  const message = get_error_message(); // FFI002 in copy_of
  if (message === null) return "accepted";
  const text = new PointerView(message).getCString();
  if (text.includes("empty")) return "refused: give it a letter";
  free_string(message);
  return `refused: ${text}`;
}

for (const name of ["Ada", "", "Grace"]) {
  console.log(JSON.stringify(name), explain(name));
}
