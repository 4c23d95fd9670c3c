import { dlopen } from "ffi";
using lib = dlopen("queue", {
  create_queue: { parameters: [], result: "pointer" },
  destroy_queue: { parameters: ["pointer"], result: "void" },
  free_message: { parameters: ["pointer"], result: "void" },
});
const { create_queue, free_message } = lib.symbols;
const queue = create_queue()!;
free_message(queue); // FFI007 in free_message
