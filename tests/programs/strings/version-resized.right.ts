// prints true
import { dlopen } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
});
const { get_version } = lib.symbols;
console.log(get_version() !== null && get_version() === get_version());
