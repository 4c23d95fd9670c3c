import { dlopen, owned, PointerView, taken } from "ffi";

const { symbols } = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: owned("pointer", "destroy_buffer") },
  destroy_buffer: { parameters: [taken("pointer")], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
  process_buffer: { parameters: ["pointer"], result: "i32" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});

type Buffer = NonNullable<ReturnType<typeof symbols.create_buffer>>;

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

const isSize = (size: number): boolean => size === size >>> 0 && size > 0 && size < 0x8000_0000;

/** Frees through `owned`, and knows its loans as a set of tokens. */
export class SharedBytes {
  #state: { readonly buffer: Buffer } | "closed";
  readonly #loans = new Set<symbol>();
  #size: number;

  constructor(size: number) {
    if (!isSize(size)) throw new RangeError("no size");
    const buffer = symbols.create_buffer(size);
    if (!buffer) throw new RangeError("no memory");
    this.#state = { buffer };
    this.#size = size;
  }

  #buffer(): Buffer {
    if (this.#state === "closed") throw named("BufferClosed", "closed");
    return this.#state.buffer;
  }

  get size(): number {
    this.#buffer();
    return this.#size;
  }

  lend<T>(work: (bytes: Uint8Array) => T): T {
    const { pointer } = this.#buffer();
    const loan = Symbol();
    this.#loans.add(loan);
    try {
      const data = symbols.get_buffer_data(pointer);
      if (data === null) throw new Error("a buffer has bytes");
      return work(new PointerView(data, this.#size).getArray("u8", this.#size));
    } finally {
      this.#loans.delete(loan);
    }
  }

  invert(): void {
    if (symbols.process_buffer(this.#buffer().pointer) !== 0) throw new Error("not inverted");
  }

  grow(size: number): void {
    const { pointer } = this.#buffer();
    if (this.#loans.size !== 0) throw named("BytesLent", "lent");
    if (!isSize(size) || size < this.#size) throw new RangeError("no size to grow to");
    if (size === this.#size) return;
    if (!symbols.grow_buffer(pointer, size)) throw new RangeError("no memory");
    this.#size = size;
  }

  [Symbol.dispose](): void {
    if (this.#state === "closed") return;
    if (this.#loans.size !== 0) throw named("BytesLent", "lent");
    const { buffer } = this.#state;
    this.#state = "closed";
    buffer[Symbol.dispose]();
  }
}
