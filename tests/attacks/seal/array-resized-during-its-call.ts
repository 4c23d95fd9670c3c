// Open: throws RangeError at line 21.
// Sealed: prints "1 0".
// A buffer that is another size when C is done: what C wrote goes nowhere else.
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
const buffer = new (ArrayBuffer as any)(16, { maxByteLength: 64 });
const items = new Int32Array(buffer);
using callback = callbacks.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
  buffer.resize(4);
});
callbacks.symbols.register_callback(callback.pointer, null);
callbacks.symbols.process_items(items, 2);
callbacks.symbols.unregister_callback();
console.log(items.length, address(null));
