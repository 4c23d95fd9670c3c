// prints no words
import { dlopen, PointerView } from "ffi";
using lib = dlopen("errors", {
  get_error_string: { parameters: ["i32"], result: "pointer" },
});
const { get_error_string } = lib.symbols;
const words = get_error_string(99);
console.log(words ? new PointerView(words).getCString() : "no words");
