import { dlopen, type Callback } from "ffi";

/** The C type `callback`, as it stands in the header. */
const CALLBACK = {
  parameters: ["i32", "pointer"],
  result: "void",
} as const;

/** A loop over items that C runs, and whose body is TypeScript. */
class Items implements Disposable {
  readonly #library = dlopen("callbacks", {
    register_callback: {
      parameters: ["function", "pointer"],
      result: "void",
    },
    process_items: { parameters: ["buffer", "usize"], result: "void" },
    unregister_callback: { parameters: [], result: "void" },
  });
  /** One function for C, as long as the library is open. */
  readonly #visit: Callback<typeof CALLBACK>;
  #visitor: ((value: number) => void) | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor() {
    this.#visit = this.#library.callback(CALLBACK, (value) => {
      try {
        this.#visitor?.(value);
      } catch (error) {
        // Not through C: it is kept until C has returned.
        this.#failure = { error };
        this.#library.symbols.unregister_callback();
      }
    });
  }

  /**
   * Calls `visitor` with each item, first to last. What it throws
   * ends the loop and is thrown from here. No loop inside a loop:
   * the library has room for a single callback.
   */
  forEach(items: Int32Array, visitor: (value: number) => void): void {
    if (this.#visitor !== null)
      throw new Error("forEach was called inside forEach");
    const { register_callback, process_items, unregister_callback } =
      this.#library.symbols;
    this.#visitor = visitor;
    register_callback(this.#visit.pointer, null);
    try {
      process_items(items, items.length);
    } finally {
      unregister_callback();
      this.#visitor = null;
    }
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure.error;
  }

  [Symbol.dispose](): void {
    this.#visit[Symbol.dispose]();
    this.#library.close();
  }
}

using items = new Items();

let sum = 0;
items.forEach(Int32Array.of(1, 2, 3), (value) => {
  sum += value;
});
console.log("sum:", sum);

try {
  items.forEach(Int32Array.of(4, -5, 6), (value) => {
    console.log("item:", value);
    if (value < 0) throw new RangeError(`${value} is negative`);
  });
} catch (error) {
  console.log("caught outside of C:", (error as Error).message);
}

try {
  items.forEach(Int32Array.of(7), () => {
    items.forEach(Int32Array.of(8), console.log);
  });
} catch (error) {
  console.log("caught outside of C:", (error as Error).message);
}

items.forEach(Int32Array.of(9), (value) => {
  console.log("still works:", value);
});
