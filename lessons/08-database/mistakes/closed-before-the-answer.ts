// The scope ends and closes the file; the promise has not read yet.
import { dlopen, owned, PointerView } from "ffi";

using database = dlopen("database", {
  db_open: {
    parameters: ["pointer"],
    result: owned("pointer", "db_close"),
  },
  db_close: { parameters: ["pointer"], result: "void" },
  db_get: {
    parameters: ["pointer", "pointer"],
    result: owned("pointer", "db_free_value"),
  },
  db_free_value: { parameters: ["pointer"], result: "void" },
});
const { db_open, db_get } = database.symbols;

const permission = () => Promise.resolve(true);

function read(key: string): Promise<string | null> {
  using path = database.cstring("notes.db");
  using db = db_open(path.pointer);
  if (db === null) throw new Error("it cannot be opened");
  return permission().then((granted) => {
    if (!granted) return null;
    using name = database.cstring(key);
    using value = db_get(db.pointer, name.pointer); // FFI004 in bucket_of
    return value && new PointerView(value.pointer).getCString();
  });
}

try {
  console.log("city:", await read("city"));
} catch (error) {
  console.log((error as Error).message);
}
