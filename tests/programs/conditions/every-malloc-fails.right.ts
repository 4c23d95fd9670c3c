// run with --fail-malloc 0
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
// What TypeScript allocates for itself does not fail, and the library says that it has nothing to say.
// prints false no message
// prints Ada
using empty = lib.cstring("");
using name = lib.cstring("Ada");
const isSet = lib.symbols.set_name(empty.pointer);
console.log(isSet, lib.symbols.get_error_message() ?? "no message");
console.log(new PointerView(name.pointer).getCString());
