import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
function look(name: string): void {
  console.log(name, use_handle(handle));
}
const task = async (name: string) => {
  look(name);
  await new Promise((resolve) => setTimeout(() => resolve(null), 1));
  look(name);
};
for (const name of ["a", "b"]) await task(name);
destroy_handle(handle);
