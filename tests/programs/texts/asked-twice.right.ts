// prints GRüßE, 1 🦈
import { dlopen, PointerView } from "ffi";
using lib = dlopen("texts", { to_capitals: { parameters: ["pointer", "pointer", "usize"], result: "usize" } });
const { to_capitals } = lib.symbols;
function capitals(text: string): string {
  using source = lib.cstring(text);
  const bytes = to_capitals(source.pointer, null, 0);
  using out = lib.alloc(bytes);
  to_capitals(source.pointer, out.pointer, bytes);
  return new PointerView(out.pointer).getCString();
}
console.log(capitals("gr\u00fc\u00dfe, 1 \u{1f988}"));
