import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
async function rest(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await null;
}
async function work(count: number): Promise<number> {
  let sum = 0;
  while (count > 0) {
    sum += use_handle(handle);
    await rest(3);
    count--;
  }
  return sum;
}
console.log([await work(2), await work(2)]);
destroy_handle(handle);
