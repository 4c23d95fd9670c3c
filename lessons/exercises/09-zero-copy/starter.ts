import { dlopen, PointerView } from "ffi";

const zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
  process_buffer: { parameters: ["pointer"], result: "i32" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const c = zerocopy.symbols;

/** Bytes that C and TypeScript work on, both where they are. */
export class SharedBytes implements Disposable {
  readonly #buffer;
  readonly #bytes: Uint8Array;

  constructor(size: number) {
    this.#buffer = c.create_buffer(size)!;
    const data = c.get_buffer_data(this.#buffer)!;
    this.#bytes = new PointerView(data).getArray("u8", size);
  }

  get size(): number {
    return this.#bytes.length;
  }

  /** Lends the bytes to `work`. */
  lend<T>(work: (bytes: Uint8Array) => T): T {
    return work(this.#bytes);
  }

  /** Turns each byte into its complement. */
  invert(): void {
    c.process_buffer(this.#buffer);
  }

  /** Makes the buffer longer. */
  grow(size: number): void {
    c.grow_buffer(this.#buffer, size);
  }

  [Symbol.dispose](): void {
    c.destroy_buffer(this.#buffer);
  }
}
