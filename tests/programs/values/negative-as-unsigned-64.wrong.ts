import { dlopen, struct } from "ffi";
const Only = struct({ value: "i32" });
using lib = dlopen("values", {
  same_i8: { parameters: ["i8"], result: "i8" },
  same_u64: { parameters: ["u64"], result: "u64" },
  same_u16: { parameters: ["u16"], result: "u16" },
  next_only: { parameters: [Only], result: Only },
});
lib.symbols.same_u64(-1n); // FFI019
