// The array is returned, and the buffer behind it is destroyed.
import { dlopen, PointerView } from "ffi";

using zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
});
const { create_buffer, destroy_buffer, get_buffer_data } =
  zerocopy.symbols;

function squares(count: number): Uint8Array {
  const buffer = create_buffer(count);
  const data = buffer && get_buffer_data(buffer);
  if (data === null) throw new Error("no memory");
  const view = new PointerView(data).getArray("u8", count);
  for (let index = 0; index < count; index++)
    view[index] = index * index;
  destroy_buffer(buffer);
  return view;
}

const result = squares(5);
console.log("squares:", result.join(" ")); // FFI004
