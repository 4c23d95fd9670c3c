// The coordinates are declared as 32-bit floats; in C they are doubles.
import { dlopen, struct } from "ffi";

const Point = struct({ x: "f32", y: "f32" });
const table = {
  calculate_distance: { parameters: [Point, Point], result: "f64" },
} as const;

using structs = dlopen("structs", table); // FFI014

const from = { x: 0, y: 0 };
const to = { x: 3, y: 4 };
console.log("distance:", structs.symbols.calculate_distance(from, to));
