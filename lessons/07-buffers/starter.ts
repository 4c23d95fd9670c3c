import { dlopen, PointerView } from "ffi";

using buffers = dlopen("buffers", {
  sum_array: { parameters: ["buffer", "usize"], result: "f32" },
  modify_array: { parameters: ["buffer", "usize"], result: "void" },
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  fill_buffer: {
    parameters: ["pointer", "usize", "u8"],
    result: "void",
  },
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const {
  sum_array,
  modify_array,
  allocate_buffer,
  fill_buffer,
  free_buffer,
} = buffers.symbols;

// Our arrays, lent for one call. The length is in elements.
const prices = Float32Array.of(0.5, 0.25, 0.125);
console.log("sum:", sum_array(prices, prices.length));
console.log("0.1 + 0.2:", sum_array(Float32Array.of(0.1, 0.2), 2));
console.log("2 ** 24 + 1:", sum_array(Float32Array.of(2 ** 24, 1), 2));

const numbers = Int32Array.of(1, -2, 3);
modify_array(numbers, numbers.length);
console.log("doubled:", numbers.join(" "));

// C's array, ours to release: once as a view, and once as a copy.
const buffer = allocate_buffer(8);
if (buffer !== null) {
  fill_buffer(buffer, 8, 1);
  const view = new PointerView(buffer).getArray("u8", 8);
  const copy = view.slice();
  fill_buffer(buffer, 4, 2);
  console.log("the view:", view.join(" "));
  console.log("the copy:", copy.join(" "));
  free_buffer(buffer);
}
