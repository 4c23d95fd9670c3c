// says Type 'string' is not assignable to type 'number'.
import { array, dlopen, PointerView, struct } from "ffi";
const Frame = struct({ samples: array("i16", 3) });
using structs = dlopen("structs", {});
using memory = structs.alloc(Frame.byteLength);
new PointerView(memory.pointer).setStruct(Frame, 0, { samples: ["1", 2, 3] }); // here
