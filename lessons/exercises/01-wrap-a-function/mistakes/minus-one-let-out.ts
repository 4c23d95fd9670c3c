// Says: The library's -1 came out of your function as if it were a prime. The header says what it means: there is no answer.
// Check: It gives null where the library has no answer
// Part: it was -1
import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

export function primeAfter(from: number): number | null {
  if (from !== (from | 0))
    throw new RangeError(`${from} is no int of C`);
  return primes.symbols.next_prime(from);
}
