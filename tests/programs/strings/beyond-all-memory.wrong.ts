import { dlopen, offset, PointerView } from "ffi";
using lib = dlopen("strings", { strlen: { parameters: ["pointer"], result: "usize" } });
using text = lib.cstring("Ada");
try {
  lib.symbols.strlen(offset(text.pointer, 2 ** 31)); // FFI005
} catch (error) {
  if ((error as { code?: string }).code !== "FFI005") new PointerView(null!);
}
