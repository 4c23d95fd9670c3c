import { dlopen, PointerView } from "ffi";

// The functions this program calls; the tab strings.h has them in C.
using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

// Text from C: an address, or null. Nobody frees this one.
const version = strings.symbols.get_version();
if (version !== null) {
  console.log("version:", new PointerView(version).getCString());
}

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
