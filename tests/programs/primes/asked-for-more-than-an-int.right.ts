// prints there is none
import { dlopen } from "ffi";
using lib = dlopen("primes", { next_prime: { parameters: ["i32"], result: "i32" } });
const from = 2 ** 31;
console.log(from > 2 ** 31 - 1 ? "there is none" : lib.symbols.next_prime(from));
