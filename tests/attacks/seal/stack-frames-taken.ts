// Open: throws TypeError at line 11.
// Sealed: throws TypeError at line 11.
// What an engine tells of its stack frames could hand out the functions inside.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const taken: unknown[] = [];
(Error as any).prepareStackTrace = (_error: unknown, frames: any[]) =>
  frames.map((frame) => taken.push(frame.getFunction?.()));
try {
  lib.symbols.set_name(5 as any);
} catch (error: any) {
  void error.stack;
}
console.log(taken.length);
