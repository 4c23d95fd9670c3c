import { dlopen, owned, PointerView, taken } from "ffi";

/** The basics library. Ordinary values in, ordinary values out. */
class Basics implements Disposable {
  readonly #library = dlopen("basics", {
    compute_hash: { parameters: ["buffer", "usize"], result: "u64" },
    process_array: { parameters: ["pointer", "usize"], result: "i32" },
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
