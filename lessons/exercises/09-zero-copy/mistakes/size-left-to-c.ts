// Says: You give C every size as it is. A size_t is a whole number from 0 on: what it cannot hold has to be refused before the call.
// Check: noFaults
// Fault: FFI019
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

export class SharedBytes implements Disposable {
  #buffer: Pointer | null;
  #loans = 0;

  constructor(size: number) {
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
    if (!c.grow_buffer(buffer, size))
      throw new RangeError(`no memory for ${size} bytes`);
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
