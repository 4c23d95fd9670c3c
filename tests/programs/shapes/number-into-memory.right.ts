import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", { free: { parameters: ["pointer"], result: "void" } });
using memory = shapes.alloc(8);
new PointerView(memory.pointer).setUint8(0, 255);
