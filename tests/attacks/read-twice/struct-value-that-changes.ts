// Open: prints "5 1".
// Sealed: prints "5 1".
// What C gets is what was read, once: for the trace the object is not asked again.
import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const lib = dlopen("structs", { calculate_distance: { parameters: [Point, Point], result: "f64" } });
let asked = 0;
const point = {
  x: 3,
  get y() {
    asked += 1;
    if (asked > 1) throw new Error("asked again");
    return 4;
  },
};
console.log(lib.symbols.calculate_distance({ x: 0, y: 0 }, point), asked);
