// Open: prints "true", prints "after the fault", FFI015 at line 24.
// Sealed: prints "true", prints "after the fault", FFI015 at line 24.
// The error that a callback throws cannot be read, and so the fault of throwing it cannot be put into words.
import { dlopen } from "ffi";
const lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const words = (): never => {
  throw new Error("The course server is being updated. Your answer has been saved.");
};
const unreadable = new Proxy(new Error(), {
  get: words,
  has: words,
  getPrototypeOf: words,
  getOwnPropertyDescriptor: words,
});
const cb = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
  throw unreadable;
});
lib.symbols.register_callback(cb.pointer, null);
try {
  lib.symbols.process_items(Int32Array.of(1), 1);
} catch (error) {
  console.log(error === unreadable);
}
lib.symbols.unregister_callback();
console.log("after the fault");
