import { borrowed, dlopen, owned, PointerView, taken } from "ffi";
using strings = dlopen("strings", {
  get_version: { parameters: [], result: borrowed("pointer") },
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
const version = strings.symbols.get_version();
console.log(version && new PointerView(version).getCString());
console.log(strings.symbols.get_error_message());
strings.symbols.set_name(null);
{
  using why = strings.symbols.get_error_message();
  console.log(why && new PointerView(why.pointer).getCString());
}
