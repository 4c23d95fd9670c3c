// The value is released by free, where the header asks for db_free_value.
import { dlopen, PointerView } from "ffi";

using database = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
  db_get: { parameters: ["pointer", "pointer"], result: "pointer" },
  db_set: {
    parameters: ["pointer", "pointer", "pointer"],
    result: "i32",
  },
  free: { parameters: ["pointer"], result: "void" },
});
const { db_open, db_close, db_get, db_set, free } = database.symbols;

using path = database.cstring("notes.db");
using city = database.cstring("city");
using london = database.cstring("London");
const db = db_open(path.pointer);
if (db !== null) {
  db_set(db, city.pointer, london.pointer);
  const value = db_get(db, city.pointer);
  if (value !== null) {
    console.log("city:", new PointerView(value).getCString());
    free(value); // FFI007
  }
  db_close(db);
}
