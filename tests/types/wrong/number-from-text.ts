// says Argument of type 'number' is not assignable to parameter of type 'string'.
import { dlopen } from "ffi";
using strings = dlopen("strings", {});
using text = strings.cstring(42); // here
console.log(text.byteLength);
