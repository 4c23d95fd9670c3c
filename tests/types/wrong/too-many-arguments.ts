// says Expected 0 arguments, but got 1.
import { dlopen } from "ffi";
using strings = dlopen("strings", { stored_length: { parameters: [], result: "usize" } });
console.log(strings.symbols.stored_length(1)); // here
