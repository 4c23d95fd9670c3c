// What crosses from one library to the other is a copy of the text.
import { dlopen, PointerView } from "ffi";

using reader = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
using writer = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

const version = reader.symbols.get_version();
if (version !== null) {
  const text = new PointerView(version).getCString();
  using copy = writer.cstring(text);
  console.log(text, writer.symbols.set_name(copy.pointer));
}
