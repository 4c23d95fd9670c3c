import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
// prints [ 3, 5 ]
async function work(start: number): Promise<number> {
  const handle = create_handle(Uint8Array.of(start), 1);
  use_handle(handle);
  await pause();
  const last = use_handle(handle) + 1;
  destroy_handle(handle);
  return last;
}
console.log(await Promise.all([work(1), work(3)]));
