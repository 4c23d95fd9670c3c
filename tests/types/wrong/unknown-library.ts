// says Argument of type '"string"' is not assignable to parameter of type '"strings" | "basics" | "buffers" | "callbacks" | "database" | "errors" | "events" | "handles" | "kernels" | "monitors" | "plugins" | "primes" | "queue" | "structs" | "texts" | "zerocopy"'.
import { dlopen } from "ffi";
using strings = dlopen("string", { get_version: { parameters: [], result: "pointer" } }); // here
console.log(strings.symbols.get_version());
