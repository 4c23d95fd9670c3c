// The encoding is named, and what cannot cross is refused by name
import { dlopen, NulError, PointerView } from "ffi";

using strings = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  set_name: { parameters: ["pointer"], result: "bool" },
});

// "Zoë", as a file from an older system has it: one byte a letter.
const latin1 = [0x5a, 0x6f, 0xeb, 0];

const name = strings.symbols.calloc(latin1.length, 1);
if (name === null) throw new Error("no memory");
try {
  const view = new PointerView(name, latin1.length);
  latin1.forEach((byte, index) => view.setUint8(index, byte));
  const bytes = view.getArray("u8", latin1.indexOf(0)).slice();
  console.log("hello", new TextDecoder("latin1").decode(bytes));
} finally {
  strings.symbols.free(name);
}

// The other direction: C would see the text end at its first NUL.
try {
  using copy = strings.cstring("admin\0.guest");
  console.log(strings.symbols.set_name(copy.pointer));
} catch (error) {
  if (!(error instanceof NulError)) throw error;
  console.log("refused:", error.message);
}
