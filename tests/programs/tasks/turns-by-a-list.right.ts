import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints [ "a", "b", "a", "b" ]
const turns: string[] = [];
async function work(name: string, mine: number): Promise<void> {
  for (let round = 0; round < 2; round++) {
    while (turns.length % 2 !== mine) await pause();
    use_handle(handle);
    await pause();
    use_handle(handle);
    turns.push(name);
  }
}
await Promise.all([work("a", 0), work("b", 1)]);
console.log(turns);
destroy_handle(handle);
