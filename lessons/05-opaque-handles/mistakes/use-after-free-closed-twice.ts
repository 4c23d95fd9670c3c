// A copy of the object copies the pointer, and both are closed.
import { dlopen, type Pointer } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

interface Job {
  readonly title: string;
  readonly handle: Pointer | null;
}
const close = (job: Job) => {
  destroy_handle(job.handle); // FFI004 in destroy_handle
};

const config = Uint8Array.of(10, 20, 12);
const first = {
  title: "first",
  handle: create_handle(config, config.length),
};
const second = { ...first, title: "second" };
for (const job of [first, second])
  console.log(job.title, use_handle(job.handle));

close(first);
close(second);
