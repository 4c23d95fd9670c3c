// Each task counts its own uses, and counts the other one's too.
import { dlopen } from "ffi";

using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
const handle = create_handle(null, 0);

async function countUses(): Promise<number> {
  const before = use_handle(handle); // FFI018
  await pause();
  return use_handle(handle) - before;
}

console.log(await Promise.all([countUses(), countUses()]));
destroy_handle(handle);
