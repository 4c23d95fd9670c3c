import { dlopen, offset } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const handle = lib.symbols.create_handle(Uint8Array.of(1, 2), 2)!;
try {
  lib.symbols.destroy_handle(offset(handle, 4)); // FFI006 in destroy_handle
} catch (error) {
  console.log((error as Error).message);
}
lib.symbols.destroy_handle(handle);
