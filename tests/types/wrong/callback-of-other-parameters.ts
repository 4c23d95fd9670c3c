// says Argument of type '(value: string) => void' is not assignable to parameter of type '(args_0: number, args_1: Pointer | null) => void'.
// says Types of parameters 'value' and 'args_0' are incompatible.
// says Type 'number' is not assignable to type 'string'.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {});
using callback = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value: string) => console.log(value), // here
);
console.log(callback.pointer);
