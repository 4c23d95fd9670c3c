// Bytes from C are taken for UTF-8, because they mostly are
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

// "Zoë", as a file from an older system has it: one byte a letter.
const latin1 = [0x5a, 0x6f, 0xeb, 0];

const name = strings.symbols.calloc(latin1.length, 1);
if (name === null) throw new Error("no memory");
try {
  const view = new PointerView(name, latin1.length);
  latin1.forEach((byte, index) => view.setUint8(index, byte));
  console.log("hello", view.getCString()); // FFI011
} finally {
  strings.symbols.free(name);
}
