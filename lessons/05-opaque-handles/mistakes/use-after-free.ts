// The handle is tested before it is used, but the test asks for null.
import { dlopen } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

const config = Uint8Array.of(10, 20, 12);
const handle = create_handle(config, config.length);
console.log("before:", use_handle(handle));
destroy_handle(handle);

if (handle !== null) {
  console.log("after:", use_handle(handle)); // FFI004 in use_handle
}
