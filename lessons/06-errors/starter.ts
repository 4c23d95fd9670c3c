import { dlopen, PointerView } from "ffi";

using errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_last_error: { parameters: [], result: "i32" },
  get_error_string: { parameters: ["i32"], result: "pointer" },
});
const { perform_operation, get_last_error, get_error_string } =
  errors.symbols;

function inWords(code: number): string {
  const text = get_error_string(code);
  if (text === null) return `there is no error ${code}`;
  return new PointerView(text).getCString();
}

// -1 says that something went wrong, the code says what.
console.log("half of 8:", perform_operation(8));
console.log("half of 7:", perform_operation(7));
console.log("because:", inWords(get_last_error()));

// Two calls, and the question behind the second one.
const first = perform_operation(-4);
const second = perform_operation(10);
console.log("half of -4:", first);
console.log("half of 10:", second);
console.log("because:", inWords(get_last_error()));

// A code that no version of this library has given out.
console.log("99:", inWords(99));
