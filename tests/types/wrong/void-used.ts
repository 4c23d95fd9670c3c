// says Type 'void' is not assignable to type 'number'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { store_string: { parameters: ["pointer"], result: "void" } });
const length: number = strings.symbols.store_string(null); // here
console.log(length);
