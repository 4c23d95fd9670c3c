import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
using shapes = dlopen("shapes", { distance: { parameters: [Point, Point], result: "f64" } });
