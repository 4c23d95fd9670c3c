import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
async function work(name: string): Promise<void> {
  for (let step = 0; step < 3; step++) {
    console.log(name, use_handle(handle));
    await pause();
  }
}
await work("a");
await work("b");
destroy_handle(handle);
