import { dlopen } from "ffi";
using lib = dlopen("database", {
  db_error_string: { parameters: ["i32"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
});
const words = lib.symbols.db_error_string(-1);
try {
  lib.symbols.db_close(words); // FFI008
} catch (error) {
  console.log((error as Error).message);
}
