import { dlopen, PointerView } from "ffi";

// What this program wants from the library, in the words of its header (see the tab strings.h).
using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

// Text from C: an address, or null. Nobody frees this one.
const version = strings.symbols.get_version();
console.log("version:", version === null ? "unknown" : new PointerView(version).getCString());

// Text to C: a copy in C's memory, freed at the end of this scope.
using ada = strings.cstring("Ada");
console.log('set_name("Ada"):', strings.symbols.set_name(ada.pointer));

using empty = strings.cstring("");
console.log('set_name(""):', strings.symbols.set_name(empty.pointer));

// Text from C again. The type is the same as above; the rule is not.
const message = strings.symbols.get_error_message();
if (message !== null) {
  console.log(new PointerView(message).getCString());
  strings.symbols.free_string(message);
}
