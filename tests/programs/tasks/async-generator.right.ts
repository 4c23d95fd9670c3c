import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints [ 1, 3, 5 ]
async function* values() {
  for (let i = 0; i < 3; i++) {
    await pause();
    yield use_handle(handle);
  }
}
async function consume(): Promise<number[]> {
  const seen: number[] = [];
  for await (const value of values()) {
    seen.push(value);
    use_handle(handle);
  }
  return seen;
}
console.log(await consume());
destroy_handle(handle);
