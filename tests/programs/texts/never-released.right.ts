// prints SEAL
import { dlopen, PointerView } from "ffi";
using lib = dlopen("texts", { to_capitals: { parameters: ["pointer", "pointer", "usize"], result: "usize" } });
const { to_capitals } = lib.symbols;
using text = lib.cstring("seal");
using out = lib.alloc(5);
to_capitals(text.pointer, out.pointer, 5);
console.log(new PointerView(out.pointer).getCString());
