// Says: grow_buffer returned false, and the answer is not looked at: the caller is told that the buffer has grown.
// Check: Growing that fails leaves the buffer as it was
// When: allocation
import { dlopen, PointerView, type Pointer } from "ffi";

const zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
  process_buffer: { parameters: ["pointer"], result: "i32" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const c = zerocopy.symbols;

class BytesLent extends Error {
  override readonly name = "BytesLent";
}

class BufferClosed extends Error {
  override readonly name = "BufferClosed";
}

const MOST = 2 ** 31 - 1;

export class SharedBytes implements Disposable {
  #buffer: Pointer | null;
  #loans = 0;

  constructor(size: number) {
    requireSize(size, 1);
    this.#buffer = c.create_buffer(size);
    if (this.#buffer === null)
      throw new RangeError(`no memory for ${size} bytes`);
  }

  get size(): number {
    return c.get_buffer_size(this.#open());
  }

  lend<T>(work: (bytes: Uint8Array) => T): T {
    const { size } = this;
    const data = c.get_buffer_data(this.#open())!;
    const bytes = new PointerView(data).getArray("u8", size);
    this.#loans += 1;
    try {
      return work(bytes);
    } finally {
      this.#loans -= 1;
    }
  }

  invert(): void {
    const error = c.process_buffer(this.#open());
    if (error !== 0) throw new Error(`not inverted: error ${error}`);
  }

  grow(size: number): void {
    const buffer = this.#open();
    this.#requireNoLoan();
    requireSize(size, this.size);
    c.grow_buffer(buffer, size);
  }

  #open(): Pointer {
    if (this.#buffer === null)
      throw new BufferClosed("the buffer is closed");
    return this.#buffer;
  }

  #requireNoLoan(): void {
    if (this.#loans > 0) throw new BytesLent("the bytes are lent");
  }

  [Symbol.dispose](): void {
    if (this.#buffer === null) return;
    this.#requireNoLoan();
    const buffer = this.#buffer;
    this.#buffer = null;
    c.destroy_buffer(buffer);
  }
}

function requireSize(size: number, least: number): void {
  if (!Number.isInteger(size) || size < least || size > MOST)
    throw new RangeError(`${size} is no size from ${least} on`);
}
