// says Argument of type 'string' is not assignable to parameter of type 'Pointer'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
strings.symbols.set_name("Ada"); // here
