// says Argument of type '(value: number, data: unknown) => void' is not assignable to parameter of type '(args_0: number) => void'.
// says Target signature provides too few arguments. Expected 2 or more, but got 1.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {});
function show(value: number, data: unknown): void {
  console.log(value, data);
}
using callback = callbacks.callback({ parameters: ["i32"], result: "void" }, show); // here
console.log(callback.pointer);
