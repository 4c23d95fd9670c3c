// The handle is released by free, which knows nothing of its inside.
import { dlopen } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  free: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, free } = handles.symbols;

const config = Uint8Array.of(10, 20, 12);
const handle = create_handle(config, config.length);
console.log("use:", use_handle(handle));
free(handle); // FFI007
