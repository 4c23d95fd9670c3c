// prints 11n
import { dlopen } from "ffi";
using lib = dlopen("primes", { next_prime: { parameters: ["i32"], result: "i32" } });
console.log(BigInt(lib.symbols.next_prime(7)));
