// says Argument of type 'Callback<{ readonly parameters: readonly ["i32", "pointer"]; readonly result: "void"; }>' is not assignable to parameter of type 'Pointer'.
// says Property '[opaquePointer]' is missing in type 'Callback<{ readonly parameters: readonly ["i32", "pointer"]; readonly result: "void"; }>' but required in type 'Pointer'.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
});
using callback = callbacks.callback({ parameters: ["i32", "pointer"], result: "void" }, console.log);
callbacks.symbols.register_callback(callback, null); // here
