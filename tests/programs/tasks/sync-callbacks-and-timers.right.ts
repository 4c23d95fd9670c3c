import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints 6
let count = 0;
async function work(): Promise<void> {
  [1, 2].forEach(() => (count = use_handle(handle)));
  await new Promise<void>((resolve) =>
    setTimeout(() => {
      use_handle(handle);
      resolve();
    }, 1),
  );
  [1, 2].forEach(() => (count = use_handle(handle)));
}
await work();
console.log(count + 1);
destroy_handle(handle);
