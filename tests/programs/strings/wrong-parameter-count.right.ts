import { dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
