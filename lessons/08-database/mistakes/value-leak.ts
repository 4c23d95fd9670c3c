// The values are read, and nobody gives them back.
import { dlopen, PointerView } from "ffi";

using database = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
  db_get: { parameters: ["pointer", "pointer"], result: "pointer" },
  db_set: {
    parameters: ["pointer", "pointer", "pointer"],
    result: "i32",
  },
});
const { db_open, db_close, db_get, db_set } = database.symbols;

using path = database.cstring("notes.db");
using city = database.cstring("city");
using london = database.cstring("London");
const db = db_open(path.pointer);
if (db !== null) {
  db_set(db, city.pointer, london.pointer);
  for (let reader = 1; reader <= 3; reader++) {
    const value = db_get(db, city.pointer); // FFI002 in get
    if (value !== null)
      console.log(reader, new PointerView(value).getCString());
  }
  // It releases what is its own, and the values are not.
  db_close(db);
}
