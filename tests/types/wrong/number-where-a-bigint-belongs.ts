// says Argument of type 'number' is not assignable to parameter of type 'bigint'.
import { dlopen } from "ffi";
using kernels = dlopen("kernels", { malloc: { parameters: ["u64"], result: "pointer" } });
kernels.symbols.malloc(1); // here
