import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints 8
let last: Promise<unknown> = Promise.resolve();
function enqueue<T>(act: () => T | Promise<T>): Promise<T> {
  const result = last.then(act);
  last = result.catch(() => {});
  return result;
}
let count = 0;
async function work(): Promise<void> {
  for (let step = 0; step < 2; step++) {
    await enqueue(async () => {
      use_handle(handle);
      count++;
      await pause();
      use_handle(handle);
      count++;
    });
    await pause();
  }
}
await Promise.all([work(), work()]);
console.log(count);
destroy_handle(handle);
