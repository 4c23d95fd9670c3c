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
// prints [ "a", "a", "a", "b", "b", "b" ]
const lock = new Lock();
const seen: string[] = [];
async function work(name: string): Promise<void> {
  const release = await lock.acquire();
  try {
    for (let step = 0; step < 3; step++) {
      use_handle(handle);
      seen.push(name);
      await pause();
    }
  } finally {
    release();
  }
}
await Promise.all([work("a"), work("b")]);
console.log(seen);
destroy_handle(handle);
