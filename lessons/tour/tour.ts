// The tour: the solution of every lesson, in order. Made from them by "npm run tour".
import {
  borrowed,
  type Callback,
  dlopen,
  NulError,
  owned,
  type OwnedResult,
  type Pointer,
  PointerView,
  struct,
  type StructType,
  taken,
} from "ffi";

async function section(
  heading: string,
  demonstrate: () => Promise<void>,
): Promise<void> {
  console.log(heading);
  await demonstrate();
}

await section("== 1. Basic declarations ==", async () => {
  /** The basics library. Ordinary values in, ordinary values out. */
  class Basics implements Disposable {
    readonly #library = dlopen("basics", {
      compute_hash: { parameters: ["buffer", "usize"], result: "u64" },
      process_array: {
        parameters: ["pointer", "usize"],
        result: "i32",
      },
      strlen: { parameters: ["pointer"], result: "usize" },
      strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
      malloc: {
        parameters: ["usize"],
        result: owned("pointer", "free"),
      },
      free: { parameters: [taken("pointer")], result: "void" },
    });

    /** 64 bits do not fit a number: the hash is a bigint. */
    hash(bytes: Uint8Array): bigint {
      return this.#library.symbols.compute_hash(bytes, bytes.length);
    }

    /** Throws NulError when C would see only the start of the text. */
    byteLength(text: string): number {
      using copy = this.#library.cstring(text);
      return this.#library.symbols.strlen(copy.pointer);
    }

    /** Below 0, 0 or above 0, by bytes and not by any alphabet. */
    compare(left: string, right: string): number {
      using one = this.#library.cstring(left);
      using two = this.#library.cstring(right);
      return this.#library.symbols.strcmp(one.pointer, two.pointer);
    }

    /** Throws RangeError where a number or its double does not fit. */
    doubled(numbers: readonly number[]): number[] {
      const unfit = numbers.find((each) => each !== (each | 0));
      if (unfit !== undefined)
        throw new RangeError(`${unfit} is no integer of 32 bits`);
      // malloc(0) may answer NULL where nothing has gone wrong.
      if (numbers.length === 0) return [];
      const { malloc, process_array } = this.#library.symbols;
      using memory = malloc(
        numbers.length * Int32Array.BYTES_PER_ELEMENT,
      );
      if (memory === null) throw new Error("there is no memory left");
      const { pointer } = memory;
      const view = new PointerView(pointer);
      view.getArray("i32", numbers.length).set(numbers);
      if (process_array(pointer, numbers.length) !== 0)
        throw new RangeError("the double of a number does not fit");
      return [...view.getArray("i32", numbers.length)];
    }

    [Symbol.dispose](): void {
      this.#library.close();
    }
  }

  using basics = new Basics();
  const bytes = new TextEncoder().encode("Ada");
  console.log("hash:", basics.hash(bytes).toString(16));
  console.log("hash of nothing:", basics.hash(bytes.subarray(0, 0)));
  console.log("bytes of Zoë:", basics.byteLength("Zoë"));
  console.log("Ada, Zoë:", basics.compare("Ada", "Zoë") < 0);
  console.log("doubled:", basics.doubled([1, -2, 3]));
  for (const numbers of [[2 ** 30], [0.5], [2 ** 32]]) {
    try {
      basics.doubled(numbers);
    } catch (error) {
      console.log((error as Error).message);
    }
  }
});

await section("== 2. Strings ==", async () => {
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
      const why =
        reason === null ? "no reason" : textAt(reason.pointer);
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
});

await section("== 3. Structs ==", async () => {
  /** What a value of a declared struct is in TypeScript. */
  type ValueOf<T> = T extends StructType<infer V> ? V : never;

  const Point = struct({ x: "f64", y: "f64" });
  const Rect = struct({ top_left: Point, bottom_right: Point });
  const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
  type Point = ValueOf<typeof Point>;
  type Rect = ValueOf<typeof Rect>;
  type Color = ValueOf<typeof Color>;

  /** Numbers that no byte can hold are refused here, by name. */
  function checkColor(color: Color): void {
    for (const [channel, value] of Object.entries(color)) {
      if (!Number.isInteger(value) || value < 0 || value > 255)
        throw new RangeError(`${channel} is ${value}, not 0 to 255`);
    }
  }

  /**
   * The structs library, with objects in and objects out. Everything
   * that it hands out is a copy: there is nothing to release.
   */
  class Structs implements Disposable {
    readonly #library = dlopen("structs", {
      calculate_distance: { parameters: [Point, Point], result: "f64" },
      rect_contains_point: {
        parameters: ["pointer", Point],
        result: "bool",
      },
      create_gradient: {
        parameters: [Color, Color, "i32"],
        result: owned("pointer", "free_colors"),
      },
      free_colors: { parameters: [taken("pointer")], result: "void" },
    });

    distance(from: Point, to: Point): number {
      return this.#library.symbols.calculate_distance(from, to);
    }

    contains(rect: Rect, point: Point): boolean {
      using copy = this.#library.alloc(Rect.byteLength);
      new PointerView(copy.pointer).setStruct(Rect, 0, rect);
      return this.#library.symbols.rect_contains_point(
        copy.pointer,
        point,
      );
    }

    /** Throws RangeError when there is no such colour or no step. */
    gradient(start: Color, end: Color, steps: number): Color[] {
      if (!Number.isInteger(steps) || steps < 1)
        throw new RangeError(`${steps} steps, but 1 is the least`);
      checkColor(start);
      checkColor(end);
      const { create_gradient } = this.#library.symbols;
      using colors = create_gradient(start, end, steps);
      if (colors === null) throw new Error("there is no memory left");
      const view = new PointerView(colors.pointer);
      return Array.from({ length: steps }, (_, index) =>
        view.getStruct(Color, index * Color.byteLength),
      );
    }

    [Symbol.dispose](): void {
      this.#library.close();
    }
  }

  using structs = new Structs();
  const corner = { x: 0, y: 0 };
  const point = { x: 3, y: 4 };
  const frame = { top_left: corner, bottom_right: { x: 10, y: 5 } };
  console.log("distance:", structs.distance(corner, point));
  console.log("inside:", structs.contains(frame, point));
  console.log("inside:", structs.contains(frame, { x: 3, y: 6 }));

  const red = { r: 255, g: 0, b: 0, a: 255 };
  const blue = { r: 0, g: 0, b: 255, a: 255 };
  for (const { r, g, b, a } of structs.gradient(red, blue, 3)) {
    console.log(`rgb(${r} ${g} ${b} / ${a / 255})`);
  }
  for (const [color, steps] of [
    [blue, 0],
    [{ ...blue, a: 256 }, 3],
  ] as const) {
    try {
      structs.gradient(red, color, steps);
    } catch (error) {
      console.log((error as Error).message);
    }
  }
});

await section("== 4. Callbacks ==", async () => {
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
      process_items: {
        parameters: ["buffer", "usize"],
        result: "void",
      },
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
});

await section("== 5. Opaque handles ==", async () => {
  declare const handleBrand: unique symbol;
  /** A `Handle *`. No other pointer is one, as TypeScript sees it. */
  type HandlePointer = Pointer & { readonly [handleBrand]: "Handle" };

  /** The header once more, with a type for its handle. */
  interface Bindings {
    create_handle(
      config: Uint8Array,
      len: number,
    ): HandlePointer | null;
    use_handle(handle: HandlePointer): number;
    destroy_handle(handle: HandlePointer): void;
  }

  class HandleClosed extends Error {
    override readonly name = "HandleClosed";
  }

  /** One handle. It is alive from its creation to its disposal. */
  class Handle implements Disposable {
    readonly #bindings: Bindings;
    readonly #open: Set<Handle>;
    #pointer: HandlePointer | null;
    #last: Promise<unknown> = Promise.resolve();

    constructor(
      b: Bindings,
      pointer: HandlePointer,
      open: Set<Handle>,
    ) {
      this.#bindings = b;
      this.#pointer = pointer;
      this.#open = open.add(this);
    }

    /** Throws HandleClosed after the disposal. */
    use(): number {
      return this.#bindings.use_handle(this.#alive());
    }

    /** Runs `task` when all earlier ones are done: one at a time. */
    inTurn<T>(task: () => Promise<T>): Promise<T> {
      const result = this.#last.then(task);
      this.#last = result.catch(() => {});
      return result;
    }

    #alive(): HandlePointer {
      if (this.#pointer === null)
        throw new HandleClosed("this handle has been closed");
      return this.#pointer;
    }

    /** Twice does no more than once. */
    [Symbol.dispose](): void {
      const pointer = this.#pointer;
      if (pointer === null) return;
      this.#pointer = null;
      this.#open.delete(this);
      this.#bindings.destroy_handle(pointer);
    }
  }

  /** The library, and the handles that it has given out. */
  class Handles implements Disposable {
    static readonly mostConfigBytes = 4096;
    readonly #library = dlopen("handles", {
      create_handle: {
        parameters: ["buffer", "usize"],
        result: "pointer",
      },
      use_handle: { parameters: ["pointer"], result: "i32" },
      destroy_handle: { parameters: ["pointer"], result: "void" },
    });
    // The one place where a plain pointer becomes a HandlePointer.
    readonly #bindings = this.#library.symbols as Bindings;
    readonly #open = new Set<Handle>();

    /** Throws RangeError for a configuration that is too long. */
    create(config: Uint8Array): Handle {
      if (config.length > Handles.mostConfigBytes)
        throw new RangeError(`${config.length} bytes are too many`);
      const pointer = this.#bindings.create_handle(
        config,
        config.length,
      );
      if (pointer === null) throw new Error("there is no memory left");
      return new Handle(this.#bindings, pointer, this.#open);
    }

    /** Closes the handles that are still open, and then the library. */
    [Symbol.dispose](): void {
      for (const handle of this.#open) handle[Symbol.dispose]();
      this.#library.close();
    }
  }

  using handles = new Handles();

  function twice(config: Uint8Array): Handle {
    using handle = handles.create(config);
    console.log("first use:", handle.use());
    console.log("second use:", handle.use());
    return handle; // closed by the time the caller has it
  }

  const closed = twice(Uint8Array.of(10, 20, 12));
  const forgotten = handles.create(new Uint8Array(0));
  console.log("an empty one:", forgotten.use());
  for (const attempt of [
    () => closed.use(),
    () => handles.create(new Uint8Array(5000)),
  ]) {
    try {
      attempt();
    } catch (error) {
      const { name, message } = error as Error;
      console.log(`${name}: ${message}`);
    }
  }
  closed[Symbol.dispose]();

  // Two tasks, each with a pause between its two uses.
  using shared = handles.create(Uint8Array.of(10, 20, 12));
  const pause = () => new Promise((done) => setTimeout(done, 1));
  async function task(name: string): Promise<void> {
    const before = shared.use();
    await pause();
    console.log(name, "counted", shared.use() - before);
  }
  await Promise.all([
    shared.inTurn(() => task("first")),
    shared.inTurn(() => task("second")),
  ]);
});

await section("== 6. Errors ==", async () => {
  /** Why it failed: one member for each code that the header names. */
  type Failure =
    | { readonly kind: "negative" }
    | { readonly kind: "too-large"; readonly most: number }
    | { readonly kind: "not-even" }
    // A later version of the library may know more of them.
    | { readonly kind: "unknown"; readonly code: number };

  type Outcome =
    | { readonly ok: true; readonly value: number }
    | {
        readonly ok: false;
        readonly failure: Failure;
        /** The library's own words. */
        readonly message: string;
      };

  /** OPERATION_MOST of the header. */
  const MOST = 1000;

  function failureOf(code: number): Failure {
    switch (code) {
      case 1:
        return { kind: "negative" };
      case 2:
        return { kind: "too-large", most: MOST };
      case 3:
        return { kind: "not-even" };
      default:
        return { kind: "unknown", code };
    }
  }

  /** The errors library, whose failures are values with a type. */
  class Operations implements Disposable {
    readonly #library = dlopen("errors", {
      perform_operation: { parameters: ["i32"], result: "i32" },
      get_last_error: { parameters: [], result: "i32" },
      get_error_string: {
        parameters: ["i32"],
        result: borrowed("pointer"),
      },
    });

    /** Throws RangeError for what is no integer of 32 bits. */
    halve(input: number): Outcome {
      if (input !== (input | 0))
        throw new RangeError(`${input} is no integer of 32 bits`);
      const { perform_operation, get_last_error } =
        this.#library.symbols;
      const value = perform_operation(input);
      if (value >= 0) return { ok: true, value };
      // At once: the next operation overwrites the code.
      const code = get_last_error();
      const message = this.#inWords(code);
      return { ok: false, failure: failureOf(code), message };
    }

    #inWords(code: number): string {
      const text = this.#library.symbols.get_error_string(code);
      if (text === null) return `error ${code}`;
      return new PointerView(text).getCString();
    }

    [Symbol.dispose](): void {
      this.#library.close();
    }
  }

  /** What the person before the screen can do about it. */
  function advice(failure: Failure): string {
    switch (failure.kind) {
      case "negative":
        return "give a number from 0 on";
      case "too-large":
        return `give ${failure.most} at most`;
      case "not-even":
        return "give an even number";
      case "unknown":
        return `look up error ${failure.code}`;
    }
  }

  using operations = new Operations();

  // Each outcome has its own reason, whatever came after it.
  const inputs = [8, 7, -4, 2000, 10];
  const outcomes = inputs.map((input) => operations.halve(input));
  outcomes.forEach((outcome, index) => {
    const input = inputs[index];
    if (outcome.ok) {
      console.log(`half of ${input}: ${outcome.value}`);
    } else {
      const { message, failure } = outcome;
      console.log(`half of ${input}: ${message}; ${advice(failure)}`);
    }
  });

  try {
    operations.halve(0.5);
  } catch (error) {
    console.log((error as Error).message);
  }
});

await section("== 7. Arrays and buffers ==", async () => {
  const library = () =>
    dlopen("buffers", {
      sum_array: { parameters: ["buffer", "usize"], result: "f32" },
      modify_array: { parameters: ["buffer", "usize"], result: "void" },
      allocate_buffer: {
        parameters: ["usize"],
        result: owned("pointer", "free_buffer"),
      },
      fill_buffer: {
        parameters: ["pointer", "usize", "u8"],
        result: "void",
      },
      free_buffer: { parameters: [taken("pointer")], result: "void" },
    });
  type Symbols = ReturnType<typeof library>["symbols"];

  /** Memory of the library, its length, and its end. */
  class NativeBuffer implements Disposable {
    readonly byteLength: number;
    readonly #symbols: Symbols;
    #memory: OwnedResult | null;

    constructor(symbols: Symbols, byteLength: number) {
      if (!Number.isInteger(byteLength) || byteLength < 1)
        throw new RangeError(`${byteLength} bytes, but 1 is the least`);
      this.#symbols = symbols;
      this.byteLength = byteLength;
      this.#memory = symbols.allocate_buffer(byteLength);
      if (this.#memory === null)
        throw new Error(`no memory left for ${byteLength} bytes`);
      this.fill(0);
    }

    fill(pattern: number): void {
      if (!Number.isInteger(pattern) || pattern < 0 || pattern > 255)
        throw new RangeError(`${pattern} is no byte`);
      const { pointer } = this.#alive();
      this.#symbols.fill_buffer(pointer, this.byteLength, pattern);
    }

    /** A copy: it stays as it is, and outlives the buffer. */
    bytes(): Uint8Array {
      return this.look((view) => view.slice());
    }

    /**
     * Lends the memory itself to `use`, and nothing is copied. The view
     * is good during the call: keep numbers from it, and not the view.
     */
    look<T>(use: (view: Uint8Array) => T): T {
      const view = new PointerView(this.#alive().pointer);
      return use(view.getArray("u8", this.byteLength));
    }

    #alive(): OwnedResult {
      if (this.#memory === null)
        throw new Error("the buffer is closed");
      return this.#memory;
    }

    [Symbol.dispose](): void {
      const memory = this.#memory;
      this.#memory = null;
      memory?.[Symbol.dispose]();
    }
  }

  /** The buffers library: an array brings its length along. */
  class Buffers implements Disposable {
    readonly #library = library();

    /** In single precision, as C adds. */
    sum(numbers: Float32Array): number {
      return this.#library.symbols.sum_array(numbers, numbers.length);
    }

    /** A new array; what does not fit ends at the largest int. */
    doubled(numbers: Int32Array): Int32Array {
      const copy = numbers.slice();
      this.#library.symbols.modify_array(copy, copy.length);
      return copy;
    }

    /** The caller disposes of it. Its bytes are 0. */
    allocate(byteLength: number): NativeBuffer {
      return new NativeBuffer(this.#library.symbols, byteLength);
    }

    [Symbol.dispose](): void {
      this.#library.close();
    }
  }

  using buffers = new Buffers();
  console.log("sum:", buffers.sum(Float32Array.of(0.5, 0.25, 0.125)));
  console.log("sum of none:", buffers.sum(new Float32Array(0)));
  console.log("doubled:", buffers.doubled(Int32Array.of(3, 2 ** 30)));

  let kept: Uint8Array;
  {
    using buffer = buffers.allocate(8);
    console.log("new:", buffer.bytes().join(" "));
    buffer.fill(7);
    const total = buffer.look((view) => view.reduce((a, b) => a + b));
    console.log("total:", total);
    kept = buffer.bytes();
  }
  console.log("kept:", kept.join(" "));

  for (const attempt of [
    () => buffers.allocate(0),
    () => {
      using buffer = buffers.allocate(4);
      buffer.fill(256);
    },
  ]) {
    try {
      attempt();
    } catch (error) {
      console.log((error as Error).message);
    }
  }
});

await section("== 8. Database: a complete wrapper ==", async () => {
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
    db_error_string: {
      parameters: ["i32"],
      result: borrowed("pointer"),
    },
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
});

await section("== 9. Events: callbacks with context ==", async () => {
  type Listener = (type: number, data: Uint8Array) => void;

  /** Ends when it is disposed of; twice does no more than once. */
  interface Subscription extends Disposable {
    readonly active: boolean;
  }

  /**
   * The events library with ordinary listeners. C has one function of
   * ours, however many listeners there are; what it says about each is
   * a number in C's memory, the context.
   */
  class Events implements Disposable {
    readonly #library = dlopen("events", {
      register_event_handler: {
        parameters: ["function", "pointer"],
        result: "i32",
      },
      unregister_event_handler: { parameters: ["i32"], result: "void" },
      trigger_event_sized: {
        parameters: ["i32", "buffer", "usize"],
        result: "void",
      },
    });
    readonly #listeners = new Map<number, Listener>();
    readonly #subscriptions = new Set<Subscription>();
    #lastKey = 0;
    /** What listeners have thrown during the event of now. */
    #thrown: unknown[] = [];

    readonly #callback = this.#library.callback(
      {
        parameters: ["i32", "pointer", "usize", "pointer"],
        result: "void",
      },
      (type, data, length, context) =>
        this.#receive(type, data, length, context),
    );

    /** C is calling. Nothing may leave this function but its result. */
    #receive(
      type: number,
      data: Pointer | null,
      length: number,
      context: Pointer | null,
    ): void {
      try {
        if (context === null) return;
        const key = new PointerView(context).getUint32();
        // A copy: the data is C's, and gone after the event.
        const bytes = new Uint8Array(length);
        if (data !== null) new PointerView(data).copyInto(bytes);
        this.#listeners.get(key)?.(type, bytes);
      } catch (error) {
        this.#thrown.push(error);
      }
    }

    /** Throws when the library has no place for another listener. */
    listen(listener: Listener): Subscription {
      const key = ++this.#lastKey;
      const context = this.#library.alloc(4);
      new PointerView(context.pointer).setUint32(0, key);
      const id = this.#library.symbols.register_event_handler(
        this.#callback.pointer,
        context.pointer,
      );
      if (id < 0) {
        context[Symbol.dispose]();
        throw new Error("too many listeners");
      }
      this.#listeners.set(key, listener);

      const subscription = {
        active: true,
        [Symbol.dispose]: () => {
          if (!subscription.active) return;
          subscription.active = false;
          // First C forgets the context, then it goes.
          this.#library.symbols.unregister_event_handler(id);
          context[Symbol.dispose]();
          this.#listeners.delete(key);
          this.#subscriptions.delete(subscription);
        },
      };
      this.#subscriptions.add(subscription);
      return subscription;
    }

    /** Throws what listeners threw, after all of them were called. */
    trigger(type: number, data: Uint8Array): void {
      // A listener may trigger an event too: each has a list of its own.
      const outer = this.#thrown;
      const thrown: unknown[] = (this.#thrown = []);
      this.#library.symbols.trigger_event_sized(
        type,
        data,
        data.length,
      );
      this.#thrown = outer;
      if (thrown.length > 0)
        throw new AggregateError(
          thrown,
          `${thrown.length} listeners threw`,
        );
    }

    /** Ends what is still active, and the callback after that. */
    [Symbol.dispose](): void {
      for (const each of this.#subscriptions) each[Symbol.dispose]();
      this.#callback[Symbol.dispose]();
      this.#library.close();
    }
  }

  // The wrapper ends here. What follows shows what it does.

  using events = new Events();
  const text = (data: Uint8Array) => new TextDecoder().decode(data);
  const bytes = (data: string) => new TextEncoder().encode(data);

  const log: Uint8Array[] = [];
  const logger = events.listen((_type, data) => log.push(data));
  events.listen((type, data) => console.log("event", type, text(data)));
  const once = events.listen((type) => {
    console.log("once only, for event", type);
    once[Symbol.dispose]();
  });

  events.trigger(1, bytes("hello"));
  events.trigger(2, new Uint8Array(0));
  logger[Symbol.dispose]();
  events.trigger(3, bytes("nobody logs this"));
  console.log("logged:", log.map(text));

  using broken = events.listen(() => {
    throw new Error("this listener is broken");
  });
  try {
    events.trigger(4, bytes("goodbye"));
  } catch (error) {
    const { message, errors } = error as AggregateError;
    console.log(`${message}:`, errors.map(String));
  }
  console.log("still listening:", broken.active);

  const more: Subscription[] = [];
  try {
    for (;;) more.push(events.listen(() => {}));
  } catch (error) {
    console.log(`${more.length} more, then:`, (error as Error).message);
  }
});

await section("== 10. Zero-copy ==", async () => {
  using library = dlopen("zerocopy", {
    create_buffer: { parameters: ["usize"], result: "pointer" },
    destroy_buffer: { parameters: ["pointer"], result: "void" },
    get_buffer_data: { parameters: ["pointer"], result: "pointer" },
    get_buffer_size: { parameters: ["pointer"], result: "usize" },
    process_buffer: { parameters: ["pointer"], result: "i32" },
    grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
  });
  const c = library.symbols;

  /**
   * Bytes that both sides work on. They are lent out for the length of
   * one function, and while they are lent nothing may move them.
   */
  class SharedBuffer implements Disposable {
    #buffer: Pointer | null;
    #lent = 0;

    /** `size` is in bytes, and at least 1. */
    constructor(size: number) {
      if (!Number.isInteger(size) || size < 1)
        throw new RangeError(`${size} is no size`);
      const buffer = c.create_buffer(size);
      if (buffer === null)
        throw new Error(`no memory for ${size} bytes`);
      this.#buffer = buffer;
    }

    get size(): number {
      return c.get_buffer_size(this.#open());
    }

    /**
     * Lends the bytes to `work`, without a copy. They are good until it
     * returns: keep a copy, not the array.
     */
    with<T>(work: (bytes: Uint8Array) => T): T {
      const buffer = this.#open();
      const data = c.get_buffer_data(buffer)!;
      const size = c.get_buffer_size(buffer);
      this.#lent += 1;
      try {
        return work(new PointerView(data).getArray("u8", size));
      } finally {
        this.#lent -= 1;
      }
    }

    /** A copy, which stays what it is. */
    snapshot(): Uint8Array {
      return this.with((bytes) => bytes.slice());
    }

    /** Turns each byte into its complement, where it is. */
    process(): void {
      const result = c.process_buffer(this.#open());
      if (result !== 0)
        throw new Error(`not processed: error ${result}`);
    }

    /** The new bytes are 0. Moves the bytes, so nobody may have them. */
    grow(size: number): void {
      const buffer = this.#open();
      if (this.#lent > 0) throw new Error("the bytes are lent out");
      if (!Number.isInteger(size) || size < this.size)
        throw new RangeError(
          `${this.size} bytes cannot become ${size}`,
        );
      if (!c.grow_buffer(buffer, size))
        throw new Error(`no memory for ${size} bytes`);
    }

    #open(): Pointer {
      if (this.#buffer === null)
        throw new Error("the buffer is closed");
      return this.#buffer;
    }

    /** Twice does no more than once. */
    [Symbol.dispose](): void {
      if (this.#buffer === null) return;
      if (this.#lent > 0) throw new Error("the bytes are lent out");
      const buffer = this.#buffer;
      this.#buffer = null;
      c.destroy_buffer(buffer);
    }
  }

  // The wrapper ends here. What follows shows what it does.

  using buffer = new SharedBuffer(4);
  buffer.with((bytes) => bytes.set([1, 2, 3, 4]));
  buffer.process();
  const before = buffer.snapshot();
  buffer.grow(6);
  console.log("before:", [...before]);
  buffer.with((bytes) => console.log("after: ", [...bytes]));

  // All of C's memory grows: the next loan is good again.
  {
    using large = new SharedBuffer(32 * 1024 * 1024);
    console.log("large:", large.size);
  }
  console.log(
    "largest:",
    buffer.with((bytes) => Math.max(...bytes)),
  );

  for (const attempt of [
    () => buffer.with(() => buffer.grow(8)),
    () => buffer.grow(buffer.size - 10),
    () => new SharedBuffer(0),
  ]) {
    try {
      attempt();
    } catch (error) {
      const { name, message } = error as Error;
      console.log(`${name}: ${message}`);
    }
  }
});
