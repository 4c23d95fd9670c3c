import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints 4
const gate = { open: true };
let uses = 0;
const work = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn++) {
    for (; !gate.open;) await pause();
    gate.open = false;
    use_handle(handle);
    await pause();
    use_handle(handle);
    uses += 1;
    gate.open = true;
    await pause();
  }
};
await Promise.all([work(), work()]);
console.log(uses);
destroy_handle(handle);
