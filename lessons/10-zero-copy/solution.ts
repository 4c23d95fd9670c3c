import { dlopen, PointerView, type Pointer } from "ffi";

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
    if (buffer === null) throw new Error(`no memory for ${size} bytes`);
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
    if (result !== 0) throw new Error(`not processed: error ${result}`);
  }

  /** The new bytes are 0. Moves the bytes, so nobody may have them. */
  grow(size: number): void {
    const buffer = this.#open();
    if (this.#lent > 0) throw new Error("the bytes are lent out");
    if (!Number.isInteger(size) || size < this.size)
      throw new RangeError(`${this.size} bytes cannot become ${size}`);
    if (!c.grow_buffer(buffer, size))
      throw new Error(`no memory for ${size} bytes`);
  }

  #open(): Pointer {
    if (this.#buffer === null) throw new Error("the buffer is closed");
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
