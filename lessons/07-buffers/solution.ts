import {
  dlopen,
  owned,
  PointerView,
  taken,
  type OwnedResult,
} from "ffi";

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
    if (this.#memory === null) throw new Error("the buffer is closed");
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
