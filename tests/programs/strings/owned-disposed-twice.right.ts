import { dlopen, owned, taken } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
strings.symbols.set_name(null);
const why = strings.symbols.get_error_message()!;
strings.symbols.free_string(why.move());
why[Symbol.dispose]();
