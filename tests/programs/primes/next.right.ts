// prints [ 2, 2, 3, 5, 5, 7 ]
// prints [ 101, 2147483647 ]
// prints [ -1, -1, -1 ]
// prints 1229
import { dlopen } from "ffi";
using lib = dlopen("primes", { next_prime: { parameters: ["i32"], result: "i32" } });
const { next_prime } = lib.symbols;
console.log([0, 1, 2, 3, 4, 5].map((from) => next_prime(from)));
console.log([next_prime(97), next_prime(2147483629)]);
console.log([next_prime(-1), next_prime(-2147483648), next_prime(2147483647)]);
let count = 0;
for (let prime = next_prime(0); prime < 10_000; prime = next_prime(prime)) count += 1;
console.log(count);
