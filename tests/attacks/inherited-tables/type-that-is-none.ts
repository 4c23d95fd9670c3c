// Open: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// Sealed: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// Objects that are struct types at one look and none at another, and sizes that are no numbers.
import { array, dlopen, struct } from "ffi";
let looks = 0;
const shifting: any = {
  byteLength: 4,
  alignment: 4,
  get kind() {
    return looks++ === 0 ? "other" : "struct";
  },
  fields: [],
};
const unsized: any = { kind: "other", byteLength: NaN, alignment: NaN };
const attempts: (() => unknown)[] = [
  () => struct({ a: shifting }),
  () => array(unsized, 2),
  () => struct({ ["__proto__"]: "u32" }),
  () => array(array(array("f64", 2 ** 30), 2 ** 30), 2 ** 30),
  () => dlopen("strings", { strlen: { parameters: [{ kind: "taken", type: shifting }], result: "usize" } } as any),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log("taken");
  } catch (error: any) {
    console.log(error.name);
  }
}
