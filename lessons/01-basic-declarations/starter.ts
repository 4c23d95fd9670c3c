import { dlopen, PointerView } from "ffi";

// The table: each function of C, once more, in words of this side.
using basics = dlopen("basics", {
  // uint64_t compute_hash(const uint8_t *data, size_t len)
  compute_hash: { parameters: ["buffer", "usize"], result: "u64" },
  // int process_array(int32_t *arr, size_t len)
  process_array: { parameters: ["pointer", "usize"], result: "i32" },
  // size_t strlen(const char *), and int strcmp(const char *, const char *)
  strlen: { parameters: ["pointer"], result: "usize" },
  strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
  // void *malloc(size_t), and void free(void *)
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const c = basics.symbols;

// Bytes in, a number out: one of 64 bits, so it is a bigint.
const bytes = new TextEncoder().encode("Ada");
const hash = c.compute_hash(bytes, bytes.length);
console.log("hash:", hash);
console.log("as a number:", BigInt(Number(hash)));

// Text in, a number out: bytes, not characters.
using text = basics.cstring("Zoë");
using other = basics.cstring("Zoe");
console.log("strlen:", c.strlen(text.pointer));
console.log("the same:", c.strcmp(text.pointer, other.pointer) === 0);

// Memory by hand: room for three numbers of 4 bytes.
const numbers = c.malloc(3 * 4);
if (numbers !== null) {
  const view = new PointerView(numbers);
  [1, -2, 3].forEach((value, index) => view.setInt32(index * 4, value));
  console.log("status:", c.process_array(numbers, 3));
  console.log("doubled:", view.getArray("i32", 3).join(" "));
  c.free(numbers);
}
