// says Operator '%' cannot be applied to types 'bigint' and 'number'.
import { dlopen } from "ffi";
using basics = dlopen("basics", { compute_hash: { parameters: ["buffer", "usize"], result: "u64" } });
const hash = basics.symbols.compute_hash(Uint8Array.of(1), 1);
console.log(hash % 16); // here
