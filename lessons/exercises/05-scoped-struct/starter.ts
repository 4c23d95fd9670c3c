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

/** An array of colours in C's memory. */
export class Gradient implements Disposable {
  readonly #colors: ReturnType<typeof create_gradient>;
  readonly length: number;

  constructor(start: Color, end: Color, steps: number) {
    this.#colors = create_gradient(start, end, steps);
    this.length = steps;
  }

  color(index: number): Color {
    const view = new PointerView(this.#colors!);
    return view.getStruct(ColorStruct, index * ColorStruct.byteLength);
  }

  *[Symbol.iterator](): Generator<Color> {
    for (let index = 0; index < this.length; index += 1)
      yield this.color(index);
  }

  [Symbol.dispose](): void {
    free_colors(this.#colors);
  }
}
