import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints 1 2 3
const a = use_handle(handle);
await pause();
const b = use_handle(handle);
await Promise.resolve();
console.log(a, b, use_handle(handle));
async function once(): Promise<void> {
  use_handle(handle);
  await pause();
  use_handle(handle);
}
await once();
destroy_handle(handle);
