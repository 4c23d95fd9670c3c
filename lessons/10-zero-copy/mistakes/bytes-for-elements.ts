// The length of the array is given in bytes, where elements are counted.
import { dlopen, PointerView } from "ffi";

using zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
});
const {
  create_buffer,
  destroy_buffer,
  get_buffer_data,
  get_buffer_size,
} = zerocopy.symbols;

const buffer = create_buffer(16);
const data = buffer && get_buffer_data(buffer);
if (data !== null) {
  const size = get_buffer_size(buffer);
  const view = new PointerView(data).getArray("i32", size); // FFI005
  console.log("elements:", view.length);
}
destroy_buffer(buffer);
