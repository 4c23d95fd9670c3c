import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
class Counter {
  readonly #handle = create_handle(null, 0);
  async step(): Promise<number> {
    const before = use_handle(this.#handle);
    await null;
    return use_handle(this.#handle) - before;
  }
  close(): void {
    destroy_handle(this.#handle);
  }
}
const counter = new Counter();
const other = new Counter();
console.log(await Promise.all([counter.step(), other.step()]));
counter.close();
other.close();
