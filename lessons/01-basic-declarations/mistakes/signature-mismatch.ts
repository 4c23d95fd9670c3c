// The hash is declared with 32 bits, because a number is handier.
import { dlopen } from "ffi";

const table = {
  compute_hash: { parameters: ["buffer", "usize"], result: "u32" },
} as const;

using basics = dlopen("basics", table); // FFI014

const bytes = new TextEncoder().encode("Ada");
const hash = basics.symbols.compute_hash(bytes, bytes.length);
console.log("hash:", hash.toString(16));
