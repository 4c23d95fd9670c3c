// says Type 'string' is not assignable to type 'number'.
import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
using structs = dlopen("structs", { calculate_distance: { parameters: [Point, Point], result: "f64" } });
structs.symbols.calculate_distance({ x: 1, y: 2 }, { x: 1, y: "2" }); // here
