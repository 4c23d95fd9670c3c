// Open: prints "ClosedError", FFI020 at line 16.
// Sealed: prints "ClosedError", FFI020 at line 16.
// A library that is closed while its C is on the stack.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const callbacks = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
using callback = callbacks.callback({ parameters: ["i32", "pointer"], result: "void" }, () => callbacks.close());
callbacks.symbols.register_callback(callback.pointer, null);
callbacks.symbols.process_items(Int32Array.of(1), 1);
try {
  callbacks.symbols.unregister_callback();
} catch (error: any) {
  console.log(error.name);
}
