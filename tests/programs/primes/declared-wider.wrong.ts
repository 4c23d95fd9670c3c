import { dlopen } from "ffi";
using lib = dlopen("primes", { next_prime: { parameters: ["i64"], result: "i64" } }); // FFI014
try {
  lib.symbols.next_prime(7n);
} catch {
  console.log("not called");
}
