// The file is shorter than the program thinks, and it uses what it never got.
import { dlopen, PointerView } from "ffi";

using database = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: ["pointer"], result: "void" },
  fopen: { parameters: ["pointer", "pointer"], result: "pointer" },
  fclose: { parameters: ["pointer"], result: "i32" },
  fread: {
    parameters: ["pointer", "usize", "usize", "pointer"],
    result: "usize",
  },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { db_open, db_close, fopen, fclose, fread, malloc, free } =
  database.symbols;

using path = database.cstring("notes.db");
db_close(db_open(path.pointer)); // the file is there, with no record

using mode = database.cstring("rb");
const file = fopen(path.pointer, mode.pointer);
const header = malloc(20);
if (file !== null && header !== null) {
  const count = fread(header, 1, 20, file);
  console.log("bytes read:", count);
  const view = new PointerView(header);
  console.log("length of the first key:", view.getUint32(12)); // FFI016
  fclose(file);
}
free(header);
