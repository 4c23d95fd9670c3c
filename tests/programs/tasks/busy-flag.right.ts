import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints [ "a", "a", "b", "b", "a", "a", "b", "b" ]
let busy = false;
const seen: string[] = [];
async function work(name: string): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    while (busy) await pause();
    busy = true;
    for (let step = 0; step < 2; step++) {
      use_handle(handle);
      seen.push(name);
      await pause(4);
    }
    busy = false;
    await pause(8);
  }
}
await Promise.all([work("a"), work("b")]);
console.log(seen);
destroy_handle(handle);
