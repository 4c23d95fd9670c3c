import { dlopen } from "ffi";
using lib = dlopen("primes", { next_prime: { parameters: ["i32"], result: "i32" } });
console.log(lib.symbols.next_prime(2 ** 31)); // FFI019
