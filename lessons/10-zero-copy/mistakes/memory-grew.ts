// Nobody touched this buffer; another one needed more memory than there was.
import { dlopen, PointerView } from "ffi";

using zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
});
const { create_buffer, destroy_buffer, get_buffer_data } =
  zerocopy.symbols;

const buffer = create_buffer(4);
const data = buffer && get_buffer_data(buffer);
if (data !== null) {
  const view = new PointerView(data).getArray("u8", 4);
  view.set([1, 2, 3, 4]);
  const large = create_buffer(32 * 1024 * 1024);
  console.log("first byte:", view[0]); // FFI012
  console.log("bytes:", view.length);
  destroy_buffer(large);
}
destroy_buffer(buffer);
