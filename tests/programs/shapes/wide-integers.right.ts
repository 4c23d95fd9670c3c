// prints 18446744073709551615n
// prints -9223372036854775808n
import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", { widen: { parameters: ["i8", "u16", "f32", "u64"], result: "i64" } });
using memory = shapes.alloc(8);
const view = new PointerView(memory.pointer);
view.setBigInt64(0, -1n);
console.log(view.getBigUint64());
console.log(shapes.symbols.widen(0, 0, 0, 2n ** 63n));
