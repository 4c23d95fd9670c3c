// prints true
// The library's own copy of the name is there until the end: its cache is no leak.
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: ["buffer"], result: "bool" },
});
console.log(strings.symbols.set_name(new TextEncoder().encode("Ada\0")));
