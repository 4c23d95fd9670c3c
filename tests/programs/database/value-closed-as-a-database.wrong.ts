// db_close takes the value for a database, and what it reads in it means nothing: all of that is the one mistake.
import { dlopen } from "ffi";
using lib = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_set: { parameters: ["pointer", "pointer", "pointer"], result: "i32" },
  db_get: { parameters: ["pointer", "pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
});
using path = lib.cstring("/names.db");
using name = lib.cstring("ada");
const db = lib.symbols.db_open(path.pointer);
lib.symbols.db_set(db, name.pointer, name.pointer);
const value = lib.symbols.db_get(db, name.pointer);
try {
  lib.symbols.db_close(value); // FFI007
} catch (error) {
  console.log((error as Error).message);
} finally {
  lib.symbols.db_close(db);
}
