// The release stands beside the acquisition, so no way out misses it
import { dlopen, owned, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: {
    parameters: [],
    result: owned("pointer", "free_string"),
  },
  free_string: { parameters: ["pointer"], result: "void" },
});

const { set_name, get_error_message } = strings.symbols;

function explain(name: string): string {
  using copy = strings.cstring(name);
  set_name(copy.pointer);
  using message = get_error_message();
  if (message === null) return "accepted";
  const text = new PointerView(message.pointer).getCString();
  if (text.includes("empty")) return "refused: give it a letter";
  return `refused: ${text}`;
}

for (const name of ["Ada", "", "Grace"]) {
  console.log(JSON.stringify(name), explain(name));
}
