// Says: Your constructor lets a NULL pass, and the first use then says that the gradient is disposed. It never was: there was no
// memory for it.
// Check: It has as many colours as steps
// Part: DisposedError
import { dlopen, owned, PointerView, struct, taken } from "ffi";

const ColorStruct = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
const structs = dlopen("structs", {
  create_gradient: {
    parameters: [ColorStruct, ColorStruct, "i32"],
    result: owned("pointer", "free_colors"),
  },
  free_colors: { parameters: [taken("pointer")], result: "void" },
});
const { create_gradient } = structs.symbols;

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
  /** Null when it is released. */
  #colors: ReturnType<typeof create_gradient>;

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
    if (this.#colors === null)
      throw new NamedError("DisposedError", "the gradient is disposed");
    checkInteger("the index", index, 0, this.#length - 1);
    // The pointer knows no bounds: they were checked above.
    return new PointerView(this.#colors.pointer).getStruct(
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
    this.#colors?.[Symbol.dispose]();
    this.#colors = null;
  }
}
