// says Argument of type 'Pointer' is not assignable to parameter of type 'BufferArgument | null'.
import { dlopen } from "ffi";
using basics = dlopen("basics", { compute_hash: { parameters: ["buffer", "usize"], result: "u64" } });
using memory = basics.alloc(1);
basics.symbols.compute_hash(memory.pointer, 1); // here
