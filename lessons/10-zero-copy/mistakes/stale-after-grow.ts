// The buffer grows and moves; the array stays where it was.
import { dlopen, PointerView } from "ffi";

using zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const { create_buffer, destroy_buffer, get_buffer_data, grow_buffer } =
  zerocopy.symbols;

const buffer = create_buffer(4);
const data = buffer && get_buffer_data(buffer);
if (data !== null) {
  const view = new PointerView(data).getArray("u8", 4);
  view.set([1, 2, 3, 4]);
  grow_buffer(buffer, 8);
  view[0] = 100; // FFI012
  const moved = get_buffer_data(buffer)!;
  console.log("first byte:", new PointerView(moved).getUint8());
}
destroy_buffer(buffer);
