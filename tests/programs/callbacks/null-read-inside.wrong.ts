// The callback throws because of the fault: that it throws through C is no mistake of its own.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, (value, context) => {
  console.log(new PointerView(context!).getInt32(), value); // FFI001
});
lib.symbols.register_callback(callback.pointer, null);
try {
  lib.symbols.process_items(Int32Array.of(1), 1);
} catch (error) {
  console.log((error as Error).message);
}
lib.symbols.unregister_callback();
