// Open: prints "1 1 20".
// Sealed: prints "1 1 20".
// A definition that is checked as one thing and used as another: C's pointer would be a struct, and its length a text.
import { dlopen, struct } from "ffi";
const lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const Evil: any = struct({ a: "f64", b: "f64" });
let results = 0;
let lists = 0;
const definition: any = {
  get result() {
    return results++ === 0 ? "void" : Evil;
  },
  get parameters() {
    return lists++ === 0
      ? new Proxy(["i32", "pointer"], { get: (list: any, key) => (key === Symbol.iterator ? undefined : list[key]) })
      : [Evil];
  },
};
let sum = 0;
using cb = lib.callback(definition, ((value: number) => (sum += value)) as any);
lib.symbols.register_callback(cb.pointer, null);
lib.symbols.process_items(Int32Array.of(7, 13), 2);
lib.symbols.unregister_callback();
console.log(results, lists, sum);
