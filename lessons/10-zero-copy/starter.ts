import { dlopen, PointerView } from "ffi";

using zerocopy = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
  process_buffer: { parameters: ["pointer"], result: "i32" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const {
  create_buffer,
  destroy_buffer,
  get_buffer_data,
  get_buffer_size,
  process_buffer,
  grow_buffer,
} = zerocopy.symbols;

const buffer = create_buffer(8);
const data = buffer && get_buffer_data(buffer);
if (data !== null) {
  // No bytes are copied: this array *is* C's memory.
  const view = new PointerView(data).getArray("u8", 8);
  view.set([1, 2, 3, 4]);
  console.log("before:", [...view]);

  // C turns each byte into its complement, where it is. 0: it worked.
  console.log("result:", process_buffer(buffer));
  console.log("after: ", [...view]);

  // The bytes move, so the program asks again where they are.
  if (grow_buffer(buffer, 12)) {
    const moved = get_buffer_data(buffer)!;
    const size = get_buffer_size(buffer);
    const larger = new PointerView(moved).getArray("u8", size);
    console.log("larger:", [...larger]);
  }
}
destroy_buffer(buffer);
