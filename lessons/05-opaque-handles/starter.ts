import { dlopen } from "ffi";

// What a handle points at is the library's secret. These three
// functions are all that there is to do with one.
using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

// The sum of the configuration, and one more for each earlier use.
const config = Uint8Array.of(10, 20, 12);
const handle = create_handle(config, config.length);
console.log("first use:", use_handle(handle));
console.log("second use:", use_handle(handle));
destroy_handle(handle);

// The variable does not know that it is over.
console.log("handle !== null:", handle !== null);

// NULL is the one bad handle that C can recognise.
console.log("use of NULL:", use_handle(null));

// A configuration that is too long gives no handle.
const tooLong = new Uint8Array(5000);
const none = create_handle(tooLong, tooLong.length);
console.log("of 5000 bytes:", none);
