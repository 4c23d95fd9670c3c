// says Argument of type 'number' is not assignable to parameter of type 'boolean'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["bool"], result: "bool" } });
strings.symbols.set_name(1); // here
