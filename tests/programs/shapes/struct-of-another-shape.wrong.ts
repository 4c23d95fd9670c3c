import { dlopen, struct } from "ffi";
const Point = struct({ x: "f32", y: "f32" });
using shapes = dlopen("shapes", { distance: { parameters: [Point, Point], result: "f64" } }); // FFI014
