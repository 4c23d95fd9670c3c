// The result is taken for the code, and there is no error -1.
import { dlopen, PointerView } from "ffi";

using errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_error_string: { parameters: ["i32"], result: "pointer" },
});
const { perform_operation, get_error_string } = errors.symbols;

const result = perform_operation(7);
if (result < 0) {
  const text = get_error_string(result);
  const why = new PointerView(text!).getCString(); // FFI001
  console.log("because:", why);
}
