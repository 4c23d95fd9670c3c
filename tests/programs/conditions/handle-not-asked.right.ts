// run with --fail-malloc 2
import { dlopen, PointerView } from "ffi";
using lib = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
});
const first = lib.symbols.create_buffer(8);
const data = first && lib.symbols.get_buffer_data(first);
console.log(data === null);
lib.symbols.destroy_buffer(first);
