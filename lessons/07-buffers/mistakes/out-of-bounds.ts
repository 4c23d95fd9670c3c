// The length is passed in bytes, where C counts elements.
import { dlopen } from "ffi";

using buffers = dlopen("buffers", {
  sum_array: { parameters: ["buffer", "usize"], result: "f32" },
});
const { sum_array } = buffers.symbols;

const prices = Float32Array.of(0.5, 0.25, 0.125);
const sum = sum_array(prices, prices.byteLength); // FFI005 in sum_array
console.log("sum:", sum);
