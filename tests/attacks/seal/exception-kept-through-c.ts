// Open: prints "true", FFI015 at line 21.
// Sealed: prints "true", FFI015 at line 21.
// The same exception comes back from C, and what was changed in it meanwhile stays the program's.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
using callbacks = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const thrown: any = new Error("first");
using callback = callbacks.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
  throw thrown;
});
callbacks.symbols.register_callback(callback.pointer, null);
try {
  callbacks.symbols.process_items(Int32Array.of(1), 1);
} catch (error) {
  console.log(error === thrown);
}
callbacks.symbols.unregister_callback();
