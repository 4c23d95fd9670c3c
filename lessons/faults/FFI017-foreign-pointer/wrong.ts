// The text lies in the memory of one opened library, and the other reads.
import { dlopen } from "ffi";

using reader = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
using writer = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

const version = reader.symbols.get_version();
const accepted = writer.symbols.set_name(version); // FFI017
console.log("accepted:", accepted);
