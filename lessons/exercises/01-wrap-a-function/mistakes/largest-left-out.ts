// Says: The largest int was refused together with what is larger. 2147483647 is an int, and a prime.
// Check: It gives null where the library has no answer
// Part: 2147483647 is too large
import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

export function primeAfter(from: number): number | null {
  if (!Number.isInteger(from) || from < -2147483648)
    throw new RangeError(`${from} is no int of C`);
  if (from >= 2147483647) throw new RangeError(`${from} is too large`);
  const prime = primes.symbols.next_prime(from);
  return prime === -1 ? null : prime;
}
