import { dlopen, PointerView } from "ffi";
using lib = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
  db_get: { parameters: ["pointer", "pointer"], result: "pointer" },
  db_free_value: { parameters: ["pointer"], result: "void" },
  db_set: { parameters: ["pointer", "pointer", "pointer"], result: "i32" },
  db_delete: { parameters: ["pointer", "pointer"], result: "i32" },
  db_error: { parameters: ["pointer"], result: "i32" },
  fopen: { parameters: ["pointer", "pointer"], result: "pointer" },
  fclose: { parameters: ["pointer"], result: "i32" },
  fread: { parameters: ["pointer", "usize", "usize", "pointer"], result: "usize" },
  fwrite: { parameters: ["pointer", "usize", "usize", "pointer"], result: "usize" },
  fseek: { parameters: ["pointer", "i32", "i32"], result: "i32" },
});
const { db_open, db_close, db_get, db_free_value, db_set, db_delete, db_error, fopen, fclose, fread, fwrite, fseek } =
  lib.symbols;
using path = lib.cstring("test.db");
using key = lib.cstring("key");
using value = lib.cstring("value");
using readWrite = lib.cstring("r+b");
const db = db_open(path.pointer)!;
db_set(db, key.pointer, value.pointer);
let found = db_get(db, key.pointer)!;
db_free_value(found);
found = db_get(db, key.pointer)!;
db_free_value(found);
db_close(db);
