// A task begins when the one before it is done with the handle.
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
  const before = use_handle(handle);
  await pause();
  return use_handle(handle) - before;
}

let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const result = last.then(act);
  last = result.catch(() => null);
  return result;
}

console.log(await Promise.all([inTurn(countUses), inTurn(countUses)]));
destroy_handle(handle);
