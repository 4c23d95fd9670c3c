// says Argument of type 'Uint8Array<ArrayBuffer>' is not assignable to parameter of type 'Pointer'.
// says Property '[opaquePointer]' is missing in type 'Uint8Array<ArrayBuffer>' but required in type 'Pointer'.
import { dlopen } from "ffi";
using basics = dlopen("basics", { compute_hash: { parameters: ["pointer", "usize"], result: "u64" } });
basics.symbols.compute_hash(Uint8Array.of(1), 1); // here
