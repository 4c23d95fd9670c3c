import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
// prints 1 2
async function first(): Promise<Pointer | null> {
  const handle = create_handle(Uint8Array.of(1), 1);
  const used = use_handle(handle);
  await pause();
  console.log(used, await second(handle));
  return handle;
}
async function second(handle: Pointer | null): Promise<number> {
  await pause();
  return use_handle(handle);
}
destroy_handle(await first());
