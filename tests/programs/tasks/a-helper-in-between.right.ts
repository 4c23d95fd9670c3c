import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints 3
async function helper(): Promise<void> {
  await pause();
  use_handle(handle);
}
async function work(): Promise<number> {
  use_handle(handle);
  await helper();
  return use_handle(handle);
}
console.log(await work());
destroy_handle(handle);
