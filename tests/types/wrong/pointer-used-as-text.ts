// says Property 'toUpperCase' does not exist on type 'Pointer'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
const version = strings.symbols.get_version();
if (version) console.log(version.toUpperCase()); // here
