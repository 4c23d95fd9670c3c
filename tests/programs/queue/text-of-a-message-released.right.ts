import { dlopen, offset } from "ffi";
using lib = dlopen("queue", {
  create_message: { parameters: ["i32", "pointer"], result: "pointer" },
  free_message: { parameters: ["pointer"], result: "void" },
});
const { create_message, free_message } = lib.symbols;
const message = create_message(1, null)!;
free_message(offset(offset(message, 8), -8));
