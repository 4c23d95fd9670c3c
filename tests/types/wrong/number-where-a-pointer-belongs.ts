// says Argument of type 'number' is not assignable to parameter of type 'Pointer'.
import { address, dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
using name = strings.cstring("Ada");
strings.symbols.set_name(address(name.pointer)); // here
