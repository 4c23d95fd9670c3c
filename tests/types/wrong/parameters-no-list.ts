// says Type 'string' is not assignable to type 'readonly ParameterType[]'.
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: "pointer", result: "bool" }, // here
});
console.log(strings);
