// Two tasks share a handle, and each waits in the middle of its work.
import { dlopen } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

const config = Uint8Array.of(10, 20, 12);
const handle = create_handle(config, config.length);
const pause = () => new Promise((done) => setTimeout(done, 1));

async function task(name: string): Promise<void> {
  const before = use_handle(handle); // FFI018
  await pause();
  const after = use_handle(handle);
  console.log(name, "counted", after - before);
}

await Promise.all([task("first"), task("second")]);
destroy_handle(handle);
