import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
class Lock {
  #last: Promise<void> = Promise.resolve();
  async acquire(): Promise<() => void> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }
}
// prints 6
const lock = new Lock();
let uses = 0;
async function work(): Promise<void> {
  for (let step = 0; step < 3; step++) {
    const release = await lock.acquire();
    use_handle(handle);
    uses++;
    release();
    await pause();
  }
}
await Promise.all([work(), work()]);
console.log(uses);
destroy_handle(handle);
