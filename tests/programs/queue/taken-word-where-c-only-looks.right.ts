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
// The table's word changes nothing about what C does: queue_length only looks, and the queue stays the program's.
// prints 0 0
using other = dlopen("queue", {
  create_queue: { parameters: [], result: "pointer" },
  destroy_queue: { parameters: ["pointer"], result: "void" },
  queue_length: { parameters: [taken("pointer")], result: "usize" },
});
const handle = other.symbols.create_queue();
console.log(other.symbols.queue_length(handle), other.symbols.queue_length(handle));
other.symbols.destroy_queue(handle);
