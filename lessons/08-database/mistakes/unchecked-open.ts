// The file cannot be opened, and nobody looks whether it was.
import { dlopen } from "ffi";

using database = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
  db_set: {
    parameters: ["pointer", "pointer", "pointer"],
    result: "i32",
  },
});
const { db_open, db_close, db_set } = database.symbols;

using path = database.cstring("no-such-folder/notes.db");
using key = database.cstring("city");
using value = database.cstring("London");
const db = db_open(path.pointer);
db_set(db, key.pointer, value.pointer); // FFI001 in log_reserve
db_close(db);
