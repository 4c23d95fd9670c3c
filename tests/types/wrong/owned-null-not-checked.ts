// says 'message' is possibly 'null'.
import { dlopen, owned, PointerView, taken } from "ffi";
using strings = dlopen("strings", {
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
using message = strings.symbols.get_error_message();
console.log(new PointerView(message.pointer).getCString()); // here
