// An early return on the way out skips the line that closes the handle.
import { dlopen } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

function checksum(bytes: Uint8Array): string {
  const handle = create_handle(bytes, bytes.length); // FFI002 in create_handle
  const sum = use_handle(handle);
  if (sum === 0) return "nothing in it";
  destroy_handle(handle);
  return `sum ${sum}`;
}

console.log(checksum(Uint8Array.of(10, 20, 12)));
console.log(checksum(new Uint8Array(0)));
