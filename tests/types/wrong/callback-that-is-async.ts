// says Type 'Promise<number>' is not assignable to type 'number'.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {});
using callback = callbacks.callback({ parameters: ["i32"], result: "i32" }, async (value) => value * 2); // here
console.log(callback.pointer);
