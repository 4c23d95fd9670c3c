// prints 5
import { dlopen, PointerView } from "ffi";
using lib = dlopen("texts", { to_capitals: { parameters: ["pointer", "pointer", "usize"], result: "usize" } });
const { to_capitals } = lib.symbols;
using text = lib.cstring("seal");
console.log(to_capitals(text.pointer, null, 0));
using out = lib.alloc(1);
to_capitals(text.pointer, out.pointer, 1);
if (new PointerView(out.pointer).getUint8() !== 0) throw new Error("no NUL");
