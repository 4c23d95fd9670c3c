// The buffer is made smaller by more than it has.
import { dlopen } from "ffi";

using zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const { create_buffer, destroy_buffer, get_buffer_size, grow_buffer } =
  zerocopy.symbols;

const buffer = create_buffer(8);
if (buffer !== null) {
  const add = (bytes: number) =>
    grow_buffer(buffer, get_buffer_size(buffer) + bytes); // FFI019
  console.log("8 more:", add(8));
  try {
    console.log("20 less:", add(-20));
  } catch (error) {
    console.log((error as Error).message);
  }
}
destroy_buffer(buffer);
