import { borrowed, dlopen, owned, PointerView, struct, taken, type Pointer } from "ffi";
using lib = dlopen("queue", {
  create_message: { parameters: ["i32", "pointer"], result: "pointer" },
  free_message: { parameters: [taken("pointer")], result: "void" },
  create_queue: { parameters: [], result: owned("pointer", "destroy_queue") },
  destroy_queue: { parameters: ["pointer"], result: "void" },
  push_message: { parameters: ["pointer", taken("pointer")], result: "void" },
  pop_message: { parameters: ["pointer"], result: "pointer" },
  peek_message: { parameters: ["pointer"], result: borrowed("pointer") },
  queue_length: { parameters: ["pointer"], result: "usize" },
  strlen: { parameters: ["pointer"], result: "usize" },
});
const { create_message, free_message, create_queue, push_message, pop_message, peek_message, queue_length } =
  lib.symbols;
const NUMBER = 4;
function must<T>(value: T | null): T {
  if (value === null) throw new Error("no memory");
  return value;
}
using queue = must(create_queue());
push_message(queue.pointer, must(create_message(1, null)));
const popped = pop_message(queue.pointer);
console.log(popped !== null);
free_message(popped);
