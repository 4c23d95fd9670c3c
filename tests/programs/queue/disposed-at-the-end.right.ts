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
using own = dlopen("queue", {
  create_message: { parameters: ["i32", "pointer"], result: owned("pointer", "free_message") },
  free_message: { parameters: ["pointer"], result: "void" },
  create_queue: { parameters: [], result: owned("pointer", "destroy_queue") },
  destroy_queue: { parameters: ["pointer"], result: "void" },
  push_message: { parameters: ["pointer", "pointer"], result: "void" },
});
{
  using other = must(own.symbols.create_queue());
  using message = must(own.symbols.create_message(1, null));
  own.symbols.push_message(other.pointer, message.move());
}
