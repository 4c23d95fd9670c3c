import { dlopen } from "ffi";
using strings = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });
