import { dlopen } from "ffi";
using lib = dlopen("texts", { to_capitals: { parameters: ["pointer", "pointer", "usize"], result: "usize" } });
const { to_capitals } = lib.symbols;
using text = lib.cstring("seal");
try {
  to_capitals(text.pointer, null, 5); // FFI001 in to_capitals
} catch {
  console.log("ended");
}
