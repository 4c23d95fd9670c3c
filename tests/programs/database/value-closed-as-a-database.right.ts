import { dlopen } from "ffi";
using lib = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_set: { parameters: ["pointer", "pointer", "pointer"], result: "i32" },
  db_get: { parameters: ["pointer", "pointer"], result: "pointer" },
  db_free_value: { parameters: ["pointer"], result: "void" },
  db_close: { parameters: ["pointer"], result: "void" },
});
using path = lib.cstring("/names.db");
using name = lib.cstring("ada");
const db = lib.symbols.db_open(path.pointer);
lib.symbols.db_set(db, name.pointer, name.pointer);
const value = lib.symbols.db_get(db, name.pointer);
lib.symbols.db_free_value(value);
lib.symbols.db_close(db);
