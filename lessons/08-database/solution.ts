import {
  borrowed,
  dlopen,
  owned,
  PointerView,
  taken,
  type Pointer,
} from "ffi";

using library = dlopen("database", {
  db_open: { parameters: ["pointer"], result: "pointer" },
  db_close: { parameters: [taken("pointer")], result: "void" },
  db_get: {
    parameters: ["pointer", "pointer"],
    result: owned("pointer", "db_free_value"),
  },
  db_free_value: { parameters: [taken("pointer")], result: "void" },
  db_set: {
    parameters: ["pointer", "pointer", "pointer"],
    result: "i32",
  },
  db_delete: { parameters: ["pointer", "pointer"], result: "i32" },
  db_error: { parameters: ["pointer"], result: "i32" },
  db_lost_bytes: { parameters: ["pointer"], result: "usize" },
  db_error_string: { parameters: ["i32"], result: borrowed("pointer") },
  // C's own functions for files, for the accident at the end.
  fopen: {
    parameters: ["pointer", "pointer"],
    result: owned("pointer", "fclose"),
  },
  fclose: { parameters: [taken("pointer")], result: "i32" },
  fread: {
    parameters: ["buffer", "usize", "usize", "pointer"],
    result: "usize",
  },
  fwrite: {
    parameters: ["buffer", "usize", "usize", "pointer"],
    result: "usize",
  },
});
const c = library.symbols;

const OK = 0;
const NOT_FOUND = -1;

const textAt = (pointer: Pointer): string =>
  new PointerView(pointer).getCString();

/** What the library says about one of its codes. */
function wordsFor(code: number): string {
  const words = c.db_error_string(code);
  return words === null ? `error ${code}` : textAt(words);
}

/** The library refused, or failed. The message is its own. */
class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: number;
  constructor(code: number) {
    super(wordsFor(code));
    this.code = code;
  }
}

class DatabaseClosed extends Error {
  override readonly name = "DatabaseClosed";
}

/** One open file. Keys and values are ordinary strings. */
class Database implements Disposable {
  #db: Pointer | null;
  /** What was wrong with the file; null for a sound one. */
  readonly damage: { why: string; lostBytes: number } | null;

  /** Throws DatabaseError when there is nothing to open. */
  constructor(path: string) {
    using name = library.cstring(path);
    const db = c.db_open(name.pointer);
    if (db === null) throw new DatabaseError(c.db_error(null));
    this.#db = db;
    // Asked at once: the next call overwrites the answer.
    const code = c.db_error(db);
    const lostBytes = c.db_lost_bytes(db);
    this.damage =
      code === OK ? null : { why: wordsFor(code), lostBytes };
  }

  /** null when there is no such key; throws for any other reason. */
  get(key: string): string | null {
    const db = this.#open();
    using name = library.cstring(key);
    using value = c.db_get(db, name.pointer);
    if (value !== null) return textAt(value.pointer);
    const code = c.db_error(db);
    if (code === NOT_FOUND) return null;
    throw new DatabaseError(code);
  }

  set(key: string, value: string): void {
    const db = this.#open();
    using name = library.cstring(key);
    using text = library.cstring(value);
    const code = c.db_set(db, name.pointer, text.pointer);
    if (code !== OK) throw new DatabaseError(code);
  }

  /** false when there was no such key. */
  delete(key: string): boolean {
    const db = this.#open();
    using name = library.cstring(key);
    const code = c.db_delete(db, name.pointer);
    if (code === NOT_FOUND) return false;
    if (code !== OK) throw new DatabaseError(code);
    return true;
  }

  #open(): Pointer {
    if (this.#db === null)
      throw new DatabaseClosed("this database has been closed");
    return this.#db;
  }

  /** Twice does no more than once. */
  [Symbol.dispose](): void {
    const db = this.#db;
    this.#db = null;
    if (db !== null) c.db_close(db);
  }
}

// The wrapper ends here. What follows shows what it does.

/** Prints what `act` returns, or what it throws. */
function attempt(what: string, act: () => unknown): void {
  try {
    console.log(`${what}:`, act());
  } catch (error) {
    const { name, message } = error as Error;
    console.log(`${what}: ${name}: ${message}`);
  }
}

function onFile<T>(
  path: string,
  mode: string,
  act: (file: Pointer) => T,
): T {
  using name = library.cstring(path);
  using how = library.cstring(mode);
  using file = c.fopen(name.pointer, how.pointer);
  if (file === null) throw new Error(`${path} cannot be opened`);
  return act(file.pointer);
}

/** An accident, behind the library's back: the file's end is lost. */
function cut(path: string, bytes: number): void {
  const content = new Uint8Array(1024);
  const length = onFile(path, "rb", (file) =>
    c.fread(content, 1, content.length, file),
  );
  onFile(path, "wb", (file) =>
    c.fwrite(content, 1, length - bytes, file),
  );
}

function write(path: string): Database {
  using db = new Database(path);
  db.set("city", "London");
  db.set("draft", "...");
  console.log("deleted:", db.delete("draft"), db.delete("draft"));
  db.set("name", "Ada");
  db.set("year", "1843");
  return db; // closed by the time the caller has it
}

const closed = write("notes.db");
attempt("through a closed one", () => closed.get("city"));
{
  using db = new Database("notes.db");
  attempt("city", () => db.get("city"));
  attempt("country", () => db.get("country"));
  attempt("no key at all", () => db.get(""));
}

cut("notes.db", 3);
{
  using db = new Database("notes.db");
  console.log("damage:", db.damage);
  for (const key of ["city", "name", "year"])
    attempt(key, () => db.get(key));
  db.set("year", "1852");
  cut("notes.db", 3);
  attempt("year", () => db.get("year"));
}
attempt("a folder", () => new Database("/"));
