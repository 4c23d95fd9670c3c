// says Argument of type 'CString' is not assignable to parameter of type 'Pointer'.
// says Property '[opaquePointer]' is missing in type 'CString' but required in type 'Pointer'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
using name = strings.cstring("Ada");
strings.symbols.set_name(name); // here
