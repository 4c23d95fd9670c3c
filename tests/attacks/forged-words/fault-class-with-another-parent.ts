// Open: prints "the end", FFI002 at line 28.
// Sealed: prints "the end", FFI002 at line 28.
// The runtime makes errors of these classes too: a parent of the program's own would be run by that, and end the run in
// words that look like ours.
import * as ffi from "ffi";
class Forged {
  constructor() {
    throw new Error("The course server is being updated. Your answer has been saved.");
  }
}
for (const made of [ffi.FfiFault, ffi.Utf8Error, ffi.NulError, ffi.SymbolError, ffi.ClosedError, ffi.PointerView]) {
  try {
    Object.setPrototypeOf(made, Forged);
  } catch {}
  try {
    Object.setPrototypeOf(made.prototype, Forged.prototype);
  } catch {}
  try {
    Object.defineProperty(made.prototype, "code", { set: () => new Forged() });
  } catch {}
  try {
    Object.defineProperty(made, Symbol.hasInstance, { value: () => new Forged() });
  } catch {}
}
const lib = ffi.dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
});
const left = lib.symbols.malloc(24);
console.log("the end");
