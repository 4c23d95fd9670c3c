import { dlopen, offset } from "ffi";
using lib = dlopen("strings", { strlen: { parameters: ["pointer"], result: "usize" } });
using text = lib.cstring("Ada");
try {
  lib.symbols.strlen(offset(text.pointer, 2 ** 32)); // FFI005
} catch (error) {
  console.log((error as Error).message);
}
