import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
async function work(): Promise<void> {
  use_handle(handle);
  await pause(5);
  use_handle(handle);
}
const working = work();
await working;
use_handle(handle);
destroy_handle(handle);
