import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
const header = malloc(8)!;
const bytes = new PointerView(header).getArray("u8", 8);
const fields = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
fields.setUint32(0, 7, true);
fields.setUint32(4, 1, true);
free(header);
if (fields.getUint32(0, true) === 0) console.log("empty"); // FFI004
