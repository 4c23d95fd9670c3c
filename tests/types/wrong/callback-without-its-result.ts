// says Argument of type '(value: number) => void' is not assignable to parameter of type '(args_0: number) => number'.
// says Type 'void' is not assignable to type 'number'.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {});
const show = (value: number): void => console.log(value);
using callback = callbacks.callback({ parameters: ["i32"], result: "i32" }, show); // here
console.log(callback.pointer);
