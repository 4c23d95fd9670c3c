// Open: prints "1 2", prints "TypeError", prints "TypeError", prints "9".
// Sealed: prints "1 2", prints "TypeError", prints "TypeError", prints "9".
// An array in a struct that is one element long when it is checked, and longer when it is written.
import { array, dlopen, PointerView, struct } from "ffi";
using lib = dlopen("buffers", {});
using a = lib.alloc(8);
using b = lib.alloc(8);
const [inA, inB] = [new PointerView(a.pointer), new PointerView(b.pointer)];
inB.setUint8(0, 9);
const T = struct({ list: array("u8", 2) });
const lying = (lengths: unknown[]): number[] =>
  new Proxy([1, 2, 3, 4], {
    get: (list: any, key) =>
      key === "length"
        ? lengths.shift()
        : key === "entries"
          ? () => [
              [0, 1],
              [b, 255],
            ]
          : list[key],
  });
inA.setStruct(T, 0, { list: lying([2, 1_000, 1_000]) });
console.log(inA.getUint8(0), inA.getUint8(1));
for (const lengths of [
  [NaN, 2],
  [{ valueOf: () => 2 }, 2],
]) {
  try {
    inA.setStruct(T, 0, { list: lying(lengths) });
  } catch (error: any) {
    console.log(error.name);
  }
}
console.log(inB.getUint8(0));
