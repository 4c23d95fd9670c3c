import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
// prints [ 0, 1, 2, 3 ]
class SafeHandle {
  readonly #handle = create_handle(null, 0);
  #last: Promise<unknown> = Promise.resolve();
  use(): Promise<number> {
    const used = this.#last.then(() => use_handle(this.#handle));
    this.#last = used;
    return used;
  }
  close(): void {
    destroy_handle(this.#handle);
  }
}
const safe = new SafeHandle();
const seen: number[] = [];
async function work(): Promise<void> {
  seen.push(await safe.use());
  await pause();
  seen.push(await safe.use());
}
await Promise.all([work(), work()]);
console.log(seen);
safe.close();
