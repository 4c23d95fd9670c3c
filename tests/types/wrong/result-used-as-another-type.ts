// says Type 'boolean' is not assignable to type 'string'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
const accepted: string = strings.symbols.set_name(null); // here
console.log(accepted);
