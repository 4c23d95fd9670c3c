import { dlopen } from "ffi";
using faulty = dlopen("faulty", {
  copy_overlapping: { parameters: ["i32"], result: "i32" },
  read_after_return: { parameters: ["bool"], result: "i32" },
  read_after_scope: { parameters: ["bool"], result: "i32" },
  recurse: { parameters: ["i32", "bool"], result: "i32" },
  array_write: { parameters: ["i32"], result: "i32" },
  null_write: { parameters: ["bool"], result: "i32" },
});
const { copy_overlapping, read_after_return, read_after_scope, recurse, array_write, null_write } = faulty.symbols;
copy_overlapping(20);
read_after_return(false);
read_after_scope(false);
recurse(10, true);
array_write(0);
null_write(false);
