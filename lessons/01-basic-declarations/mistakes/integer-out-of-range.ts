// indexOf says -1 for "not found", and -1 is passed on as a length.
import { dlopen } from "ffi";

using basics = dlopen("basics", {
  compute_hash: { parameters: ["buffer", "usize"], result: "u64" },
});

function hashOfFirstLine(text: string): bigint {
  const bytes = new TextEncoder().encode(text);
  const end = bytes.indexOf(0x0a);
  return basics.symbols.compute_hash(bytes, end); // FFI019
}

console.log("hash:", hashOfFirstLine("Ada\nLovelace"));
console.log("hash:", hashOfFirstLine("Ada"));
