import { dlopen, PointerView, struct } from "ffi";

const RGBA = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
const { create_gradient, free_colors } = dlopen("structs", {
  create_gradient: { parameters: [RGBA, RGBA, "i32"], result: "pointer" },
  free_colors: { parameters: ["pointer"], result: "void" },
}).symbols;

export interface Color {
  r: number;
  g: number;
  b: number;
  a: number;
}

class OutOfMemoryError extends Error {
  override name = "OutOfMemoryError";
}
class DisposedError extends Error {
  override name = "DisposedError";
}

const refuseUnless = (isRight: boolean): void => {
  if (!isRight) throw new RangeError("out of range");
};

/** Copies all colours and releases C's at once: the copies end when they are forgotten. */
function copyOf(start: Color, end: Color, steps: number): Color[] {
  for (const value of [...Object.values(start), ...Object.values(end)]) refuseUnless(value === (value & 255));
  refuseUnless(steps === (steps | 0) && steps > 0);
  const pointer = create_gradient(start, end, steps);
  if (pointer === null) throw new OutOfMemoryError("no colours");
  try {
    const view = new PointerView(pointer);
    return Array.from({ length: steps }, (_, index) => view.getStruct(RGBA, 4 * index));
  } finally {
    free_colors(pointer);
  }
}

export class Gradient implements Disposable {
  private colors: Color[] | undefined;

  constructor(start: Color, end: Color, steps: number) {
    this.colors = copyOf(start, end, steps);
  }

  private get living(): Color[] {
    if (!this.colors) throw new DisposedError("disposed");
    return this.colors;
  }

  get length(): number {
    return this.living.length;
  }

  color(index: number): Color {
    const color = this.living[index];
    if (!color) throw new RangeError(`${index} is not an index`);
    return { ...color };
  }

  *[Symbol.iterator](): Iterator<Color> {
    for (let index = 0; index < this.length; index++) yield this.color(index);
  }

  [Symbol.dispose](): void {
    this.colors = undefined;
  }
}
