// The memory was handed over to C, and the program writes on into it.
import { dlopen, PointerView, taken } from "ffi";

using queues = dlopen("queue", {
  create_message: { parameters: ["i32", "pointer"], result: "pointer" },
  create_queue: { parameters: [], result: "pointer" },
  destroy_queue: { parameters: [taken("pointer")], result: "void" },
  push_message: {
    parameters: ["pointer", taken("pointer")],
    result: "void",
  },
});
const { create_message, create_queue, destroy_queue, push_message } =
  queues.symbols;

const queue = create_queue();
const message = create_message(1, null);
if (queue === null || message === null) throw new Error("no memory");

push_message(queue, message);
new PointerView(message).setInt32(4, 2); // FFI009
destroy_queue(queue);
