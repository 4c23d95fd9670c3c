// Open: throws ClosedError at line 16.
// Sealed: throws ClosedError at line 16.
// A field's getter closes the library after the call has been let through, and answers otherwise when it is asked again.
import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const lib = dlopen("structs", { calculate_distance: { parameters: [Point, Point], result: "f64" } });
let asked = 0;
const shy = {
  x: 3,
  get y() {
    if (asked++ > 0) throw new Error("asked again");
    lib.close();
    return 4;
  },
};
lib.symbols.calculate_distance({ x: 0, y: 0 }, shy);
