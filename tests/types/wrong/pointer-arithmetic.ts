// says Operator '+' cannot be applied to types 'Pointer' and 'number'.
import { dlopen } from "ffi";
using strings = dlopen("strings", {});
using memory = strings.alloc(8);
console.log(memory.pointer + 4); // here
