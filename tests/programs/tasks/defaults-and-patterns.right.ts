import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
// prints 1 2 3 5 4
async function work([a = 1, b = a + 1] = [], { c = 3 } = {}): Promise<void> {
  let d = 0;
  let e = 0;
  [d = 5, e = 4] = [] as number[];
  await pause();
  console.log(a, b, c, d, e);
}
const arrow = async () => work();
await arrow();
