// Both are of the type Pointer, and the wrong one is taken.
import { dlopen } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

const config = Uint8Array.of(10, 20, 12);
const handle = create_handle(config, config.length);
const version = strings.symbols.get_version();
try {
  console.log("use:", use_handle(version)); // FFI017
} finally {
  destroy_handle(handle);
}
