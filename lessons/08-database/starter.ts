import { dlopen, PointerView, type Pointer } from "ffi";

using database = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
  db_get: { parameters: ["pointer", "pointer"], result: "pointer" },
  db_free_value: { parameters: ["pointer"], result: "void" },
  db_set: {
    parameters: ["pointer", "pointer", "pointer"],
    result: "i32",
  },
  db_error: { parameters: ["pointer"], result: "i32" },
});
const { db_open, db_close, db_get, db_free_value, db_set, db_error } =
  database.symbols;

// The first call makes the file, the second one finds it.
function open(path: string): Pointer {
  using name = database.cstring(path);
  const db = db_open(name.pointer);
  if (db === null) throw new Error(`db_open: ${db_error(null)}`);
  return db;
}

function show(db: Pointer, key: string): void {
  using name = database.cstring(key);
  const value = db_get(db, name.pointer);
  if (value === null) {
    console.log(`"${key}": nothing`);
    return;
  }
  console.log(`"${key}":`, new PointerView(value).getCString());
  db_free_value(value);
}

const first = open("notes.db");
using city = database.cstring("city");
using london = database.cstring("London");
console.log("db_set:", db_set(first, city.pointer, london.pointer));
db_close(first);

const second = open("notes.db");
show(second, "city");
show(second, "country");
show(second, "");
db_close(second);
