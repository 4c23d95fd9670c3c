import { dlopen } from "ffi";
using faulty = dlopen("faulty", {
  copy_overlapping: { parameters: ["i32"], result: "i32" },
  read_after_return: { parameters: ["bool"], result: "i32" },
  read_after_scope: { parameters: ["bool"], result: "i32" },
  recurse: { parameters: ["i32", "bool"], result: "i32" },
  array_write: { parameters: ["i32"], result: "i32" },
  null_write: { parameters: ["bool"], result: "i32" },
});
faulty.symbols.null_write(false);
