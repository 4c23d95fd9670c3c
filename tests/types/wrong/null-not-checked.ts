// says Argument of type 'Pointer | null' is not assignable to parameter of type 'Pointer'.
// says Type 'null' is not assignable to type 'Pointer'.
import { dlopen, PointerView } from "ffi";
using strings = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
const version = strings.symbols.get_version();
console.log(new PointerView(version).getCString()); // here
