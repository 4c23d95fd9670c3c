// says Property 'set_name' does not exist on type '{ readonly get_version: () => Pointer | null; }'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
strings.symbols.set_name(null); // here
