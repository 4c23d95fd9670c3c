import {
  borrowed,
  dlopen,
  NulError,
  owned,
  PointerView,
  taken,
  type Pointer,
} from "ffi";

/** The library said no. The message is the library's own. */
class NameRefused extends Error {
  override readonly name = "NameRefused";
}

const textAt = (pointer: Pointer): string =>
  new PointerView(pointer).getCString();

/**
 * The strings library with no pointer in sight. What it hands out are
 * ordinary strings: copies that nobody has to free. It owns the
 * library, and the one text that the library remembers.
 */
class Strings implements Disposable {
  readonly #library = dlopen("strings", {
    get_version: { parameters: [], result: borrowed("pointer") },
    set_name: { parameters: ["pointer"], result: "bool" },
    get_error_message: {
      parameters: [],
      result: owned("pointer", "free_string"),
    },
    free_string: { parameters: [taken("pointer")], result: "void" },
    store_string: { parameters: ["pointer"], result: "void" },
    stored_length: { parameters: [], result: "usize" },
  });
  #stored: Disposable | null = null;

  /** null when the library does not know its version. */
  version(): string | null {
    const version = this.#library.symbols.get_version();
    return version === null ? null : textAt(version);
  }

  /**
   * Throws NameRefused when the library refuses the name, NulError
   * when C would see only the start of it.
   */
  setName(name: string): void {
    using copy = this.#library.cstring(name);
    if (this.#library.symbols.set_name(copy.pointer)) return;
    // The reason is that of the last set_name: fetch it before the next.
    using reason = this.#library.symbols.get_error_message();
    const why = reason === null ? "no reason" : textAt(reason.pointer);
    throw new NameRefused(why);
  }

  /** C keeps the address, so the copy lives until C has another. */
  store(text: string): void {
    const next = this.#library.cstring(text);
    this.#library.symbols.store_string(next.pointer);
    this.#stored?.[Symbol.dispose]();
    this.#stored = next;
  }

  /** In bytes of UTF-8; 0 when nothing is stored. */
  storedLength(): number {
    return this.#library.symbols.stored_length();
  }

  [Symbol.dispose](): void {
    this.#library.symbols.store_string(null);
    this.#stored?.[Symbol.dispose]();
    this.#library.close();
  }
}

using strings = new Strings();
console.log("version:", strings.version() ?? "unknown");

for (const name of ["Ada", "", "Ada\0Lovelace"]) {
  try {
    strings.setName(name);
    console.log(JSON.stringify(name), "accepted");
  } catch (error) {
    if (!(error instanceof NameRefused || error instanceof NulError))
      throw error;
    console.log(JSON.stringify(name), "refused:", error.message);
  }
}

strings.store("Ada");
strings.store("Ada Lovelace");
console.log("stored length:", strings.storedLength());
