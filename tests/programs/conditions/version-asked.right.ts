// run with --null-result get_version
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
// prints unknown
const version = lib.symbols.get_version();
console.log(version ? new PointerView(version).getCString() : "unknown");
