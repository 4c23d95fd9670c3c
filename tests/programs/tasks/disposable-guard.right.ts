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
// prints 4
const lock = new Lock();
let uses = 0;
async function guard(): Promise<Disposable> {
  const release = await lock.acquire();
  return { [Symbol.dispose]: release };
}
async function work(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    using _held = await guard();
    use_handle(handle);
    await pause();
    use_handle(handle);
    uses++;
  }
}
await Promise.all([work(), work()]);
console.log(uses);
destroy_handle(handle);
