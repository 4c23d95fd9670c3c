// says Argument of type 'bigint' is not assignable to parameter of type 'number'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });
strings.symbols.malloc(16n); // here
