import { dlopen, offset, PointerView } from "ffi";
using lib = dlopen("queue", {
  create_message: { parameters: ["i32", "pointer"], result: "pointer" },
  free_message: { parameters: ["pointer"], result: "void" },
});
const { create_message, free_message } = lib.symbols;
using text = lib.cstring("x".repeat(22) + "€");
const message = create_message(1, text.pointer)!;
try {
  console.log(new PointerView(offset(message, 8)).getCString()); // FFI011
} finally {
  free_message(message);
}
