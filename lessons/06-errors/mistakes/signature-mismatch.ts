// The result is declared without a sign, so it is never below 0.
import { dlopen } from "ffi";

const table = {
  perform_operation: { parameters: ["i32"], result: "u32" },
} as const;

using errors = dlopen("errors", table); // FFI014

const half = errors.symbols.perform_operation(7);
if (half < 0) console.log("refused");
else console.log("half of 7:", half);
