import { dlopen, owned, taken } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
  free: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle, free } = lib.symbols;
// prints 3 4
using own = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: owned("pointer", "destroy_handle") },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: [taken("pointer")], result: "void" },
});
using handle = own.symbols.create_handle(Uint8Array.of(1, 2), 2);
if (handle) console.log(own.symbols.use_handle(handle.pointer), own.symbols.use_handle(handle.pointer));
destroy_handle(null);
