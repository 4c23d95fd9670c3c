import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
const results: number[] = [];
async function twice(): Promise<void> {
  const before = use_handle(handle);
  await Promise.resolve();
  const after = use_handle(handle);
  results.push(after - before);
}
await twice();
await twice();
console.log(results);
destroy_handle(handle);
