import { dlopen, owned, taken } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
  free: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle, free } = lib.symbols;
const handle = create_handle(Uint8Array.of(1), 1);
destroy_handle(handle);
