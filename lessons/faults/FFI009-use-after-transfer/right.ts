// The number is read while the message is still the program's.
import { dlopen, PointerView, taken } from "ffi";

using lib = dlopen("queue", {
  create_message: { parameters: ["i32", "pointer"], result: "pointer" },
  create_queue: { parameters: [], result: "pointer" },
  destroy_queue: { parameters: [taken("pointer")], result: "void" },
  push_message: {
    parameters: ["pointer", taken("pointer")],
    result: "void",
  },
});
const { create_message, create_queue, destroy_queue, push_message } =
  lib.symbols;

const queue = create_queue();
const message = create_message(7, null);
if (queue === null || message === null) throw new Error("no memory");

const sent = new PointerView(message).getInt32(4);
push_message(queue, message);
console.log("sent:", sent);
destroy_queue(queue);
