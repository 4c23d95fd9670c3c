// The half of a half is not whole, and C has only whole numbers here.
import { dlopen } from "ffi";

using errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
});
const { perform_operation } = errors.symbols;

for (let input = 20; input > 1; input /= 2) {
  const half = perform_operation(input); // FFI019
  console.log(`half of ${input}:`, half);
}
