// Says: create_gradient returns NULL where there is no memory, and your constructor takes that for an array: a gradient stands there
// that has no colours.
// Check: It has as many colours as steps
// Fault: FFI001
import { dlopen, PointerView, struct } from "ffi";

const ColorStruct = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
const structs = dlopen("structs", {
  create_gradient: {
    parameters: [ColorStruct, ColorStruct, "i32"],
    result: "pointer",
  },
  free_colors: { parameters: ["pointer"], result: "void" },
});
const { create_gradient, free_colors } = structs.symbols;

export interface Color {
  r: number;
  g: number;
  b: number;
  a: number;
}

class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

function checkInteger(
  what: string,
  value: number,
  least: number,
  most: number,
): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(
      `${what} is ${value}, not ${least} to ${most}`,
    );
}

const LARGEST_INT = 2 ** 31 - 1;

/** An array of colours in C's memory, until it is disposed of. */
export class Gradient implements Disposable {
  readonly #length: number;
  readonly #colors: ReturnType<typeof create_gradient>;
  #isDisposed = false;

  constructor(start: Color, end: Color, steps: number) {
    for (const { r, g, b, a } of [start, end]) {
      for (const channel of [r, g, b, a])
        checkInteger("the channel", channel, 0, 255);
    }
    checkInteger("the number of steps", steps, 1, LARGEST_INT);
    this.#length = steps;
    this.#colors = create_gradient(start, end, steps);
  }

  get length(): number {
    return this.#length;
  }

  /** A copy of one colour. */
  color(index: number): Color {
    if (this.#isDisposed)
      throw new NamedError("DisposedError", "the gradient is disposed");
    checkInteger("the index", index, 0, this.#length - 1);
    // The pointer knows no bounds: they were checked above.
    return new PointerView(this.#colors!).getStruct(
      ColorStruct,
      index * ColorStruct.byteLength,
    );
  }

  /** Goes by color(), which sees at every step if the array lives. */
  *[Symbol.iterator](): Generator<Color> {
    for (let index = 0; index < this.#length; index += 1)
      yield this.color(index);
  }

  [Symbol.dispose](): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    free_colors(this.#colors);
  }
}
