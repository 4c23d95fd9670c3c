import {
  dlopen,
  owned,
  PointerView,
  struct,
  taken,
  type StructType,
} from "ffi";

/** What a value of a declared struct is in TypeScript. */
type ValueOf<T> = T extends StructType<infer V> ? V : never;

const Point = struct({ x: "f64", y: "f64" });
const Rect = struct({ top_left: Point, bottom_right: Point });
const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
type Point = ValueOf<typeof Point>;
type Rect = ValueOf<typeof Rect>;
type Color = ValueOf<typeof Color>;

/** Numbers that no byte can hold are refused here, by name. */
function checkColor(color: Color): void {
  for (const [channel, value] of Object.entries(color)) {
    if (!Number.isInteger(value) || value < 0 || value > 255)
      throw new RangeError(`${channel} is ${value}, not 0 to 255`);
  }
}

/**
 * The structs library, with objects in and objects out. Everything
 * that it hands out is a copy: there is nothing to release.
 */
class Structs implements Disposable {
  readonly #library = dlopen("structs", {
    calculate_distance: { parameters: [Point, Point], result: "f64" },
    rect_contains_point: {
      parameters: ["pointer", Point],
      result: "bool",
    },
    create_gradient: {
      parameters: [Color, Color, "i32"],
      result: owned("pointer", "free_colors"),
    },
    free_colors: { parameters: [taken("pointer")], result: "void" },
  });

  distance(from: Point, to: Point): number {
    return this.#library.symbols.calculate_distance(from, to);
  }

  contains(rect: Rect, point: Point): boolean {
    using copy = this.#library.alloc(Rect.byteLength);
    new PointerView(copy.pointer).setStruct(Rect, 0, rect);
    return this.#library.symbols.rect_contains_point(
      copy.pointer,
      point,
    );
  }

  /** Throws RangeError when there is no such colour or no step. */
  gradient(start: Color, end: Color, steps: number): Color[] {
    if (!Number.isInteger(steps) || steps < 1)
      throw new RangeError(`${steps} steps, but 1 is the least`);
    checkColor(start);
    checkColor(end);
    const { create_gradient } = this.#library.symbols;
    using colors = create_gradient(start, end, steps);
    if (colors === null) throw new Error("there is no memory left");
    const view = new PointerView(colors.pointer);
    return Array.from({ length: steps }, (_, index) =>
      view.getStruct(Color, index * Color.byteLength),
    );
  }

  [Symbol.dispose](): void {
    this.#library.close();
  }
}

using structs = new Structs();
const corner = { x: 0, y: 0 };
const point = { x: 3, y: 4 };
const frame = { top_left: corner, bottom_right: { x: 10, y: 5 } };
console.log("distance:", structs.distance(corner, point));
console.log("inside:", structs.contains(frame, point));
console.log("inside:", structs.contains(frame, { x: 3, y: 6 }));

const red = { r: 255, g: 0, b: 0, a: 255 };
const blue = { r: 0, g: 0, b: 255, a: 255 };
for (const { r, g, b, a } of structs.gradient(red, blue, 3)) {
  console.log(`rgb(${r} ${g} ${b} / ${a / 255})`);
}
for (const [color, steps] of [
  [blue, 0],
  [{ ...blue, a: 256 }, 3],
] as const) {
  try {
    structs.gradient(red, color, steps);
  } catch (error) {
    console.log((error as Error).message);
  }
}
