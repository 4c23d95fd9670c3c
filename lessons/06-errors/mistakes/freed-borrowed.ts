// The message is released, as in the last library. Here it is a static.
import { dlopen, PointerView } from "ffi";

using errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_last_error: { parameters: [], result: "i32" },
  get_error_string: { parameters: ["i32"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { perform_operation, get_last_error, get_error_string, free } =
  errors.symbols;

if (perform_operation(7) < 0) {
  const text = get_error_string(get_last_error());
  if (text !== null) {
    console.log("because:", new PointerView(text).getCString());
    free(text); // FFI008
  }
}
