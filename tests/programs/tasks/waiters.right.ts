import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints 12
const waiters: (() => void)[] = [];
let taken = false;
async function withHandle<T>(act: () => Promise<T>): Promise<T> {
  if (taken) await new Promise<void>((resolve) => waiters.push(resolve));
  taken = true;
  try {
    return await act();
  } finally {
    const next = waiters.shift();
    if (next) next();
    else taken = false;
  }
}
let uses = 0;
async function work(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await withHandle(async () => {
      uses += use_handle(handle) > 0 ? 1 : 0;
      await pause();
      uses += use_handle(handle) > 0 ? 1 : 0;
    });
  }
}
await Promise.all([work(), work(), work()]);
console.log(uses);
destroy_handle(handle);
