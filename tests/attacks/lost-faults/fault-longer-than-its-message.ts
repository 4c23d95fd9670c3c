// Open: FFI015 at line 11, prints "after the fault".
// Sealed: FFI015 at line 11, prints "after the fault".
// The text of a fault is as long as the program likes: one that does not fit is cut, and the fault is not lost.
import { dlopen, PointerView } from "ffi";
const lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const cb = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
  throw new Error("x".repeat(70000));
});
lib.symbols.register_callback(cb.pointer, null);
try {
  lib.symbols.process_items(Int32Array.of(1), 1);
} catch {}
lib.symbols.unregister_callback();
console.log("after the fault");
