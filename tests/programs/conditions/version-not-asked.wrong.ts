// run with --null-result get_version
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
const version = lib.symbols.get_version();
console.log(new PointerView(version!).getCString()); // FFI001
