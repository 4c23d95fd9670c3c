// Two functions return text; the one for errors keeps what it returns.
import { dlopen, PointerView } from "ffi";

using database = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_error: { parameters: ["pointer"], result: "i32" },
  db_error_string: { parameters: ["i32"], result: "pointer" },
  db_free_value: { parameters: ["pointer"], result: "void" },
});
const { db_open, db_error, db_error_string, db_free_value } =
  database.symbols;

using folder = database.cstring("/");
if (db_open(folder.pointer) === null) {
  const words = db_error_string(db_error(null));
  if (words !== null) {
    console.log("refused:", new PointerView(words).getCString());
    db_free_value(words); // FFI008 in db_free_value
  }
}
