import { dlopen, owned, PointerView, taken } from "ffi";
using lib = dlopen("queue", {
  create_queue: { parameters: [], result: owned("pointer", "destroy_queue") },
  destroy_queue: { parameters: ["pointer"], result: "void" },
  push_message: { parameters: ["pointer", taken("pointer")], result: "void" },
  peek_message: { parameters: ["pointer"], result: "pointer" },
});
const { create_queue, push_message, peek_message } = lib.symbols;
const NUMBER = 4;
using queue = create_queue()!;
{
  using room = lib.alloc(32);
  new PointerView(room.pointer).setInt32(NUMBER, 1);
  push_message(queue.pointer, room.move());
  // The queue shows its oldest message: it may be read again, and is the queue's all the same.
  // prints 1
  console.log(new PointerView(peek_message(queue.pointer)!).getInt32(NUMBER));
}
