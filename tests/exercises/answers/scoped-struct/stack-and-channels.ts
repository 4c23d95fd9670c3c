import { dlopen, owned, PointerView, struct } from "ffi";

const RGBA = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
const TABLE = {
  create_gradient: { parameters: [RGBA, RGBA, "i32"], result: owned("pointer", "free_colors") },
  free_colors: { parameters: ["pointer"], result: "void" },
} as const;

export interface Color {
  r: number;
  g: number;
  b: number;
  a: number;
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
const isByte = (value: number): boolean => Uint8Array.of(value)[0] === value;

/** A library of its own for each gradient: closed with it, after its colours are released. */
export class Gradient implements Disposable {
  #resources = new DisposableStack();
  #view: PointerView;
  readonly length: number;

  constructor(start: Color, end: Color, steps: number) {
    if (![start.r, start.g, start.b, start.a, end.r, end.g, end.b, end.a].every(isByte))
      throw new RangeError("a channel is no byte");
    if (Int32Array.of(steps)[0] !== steps || steps <= 0) throw new RangeError(`there are no ${steps} steps`);
    using resources = new DisposableStack();
    const library = resources.use(dlopen("structs", TABLE));
    const colors = resources.use(library.symbols.create_gradient(start, end, steps));
    if (!colors) throw named("OutOfMemoryError", "C has no memory left");
    this.#view = new PointerView(colors.pointer, 4 * steps);
    this.length = steps;
    this.#resources = resources.move();
  }

  color(index: number): Color {
    if (this.#resources.disposed) throw named("DisposedError", "its colours are released");
    if (!(Number.isSafeInteger(index) && 0 <= index && index < this.length)) throw new RangeError(`no colour ${index}`);
    const [r, g, b, a] = [0, 1, 2, 3].map((channel) => this.#view.getUint8(4 * index + channel));
    return { r: r!, g: g!, b: b!, a: a! };
  }

  [Symbol.iterator](): Iterator<Color> {
    let index = 0;
    return {
      next: () =>
        index < this.length ? { done: false, value: this.color(index++) } : { done: true, value: undefined },
    };
  }

  [Symbol.dispose](): void {
    this.#resources.dispose();
  }
}
