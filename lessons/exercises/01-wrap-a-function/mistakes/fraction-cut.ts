// Says: The fraction was cut off without a word, so the answer is that of another question. Refuse what is no int.
// Check: A fraction is refused, and does not reach C
// Part: it gave
import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

export function primeAfter(from: number): number | null {
  if (from > 2147483647 || from < -2147483648)
    throw new RangeError(`${from} is no int of C`);
  const prime = primes.symbols.next_prime(Math.trunc(from) | 0);
  return prime === -1 ? null : prime;
}
