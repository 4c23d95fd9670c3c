// prints  A A Aé Aé Aé Aé Aé🦈 Aé🦈B
import { dlopen, PointerView } from "ffi";
using lib = dlopen("texts", { to_capitals: { parameters: ["pointer", "pointer", "usize"], result: "usize" } });
const { to_capitals } = lib.symbols;
using text = lib.cstring("a\u00e9\u{1f988}b");
using out = lib.alloc(9);
const seen: string[] = [];
for (let room = 1; room <= 9; room += 1) {
  const bytes = to_capitals(text.pointer, out.pointer, room);
  if (bytes !== 9) throw new Error(String(bytes));
  seen.push(new PointerView(out.pointer).getCString());
}
console.log(seen.join(" "));
