// Says: 32 bits were made of a larger number, so C was asked about another one: 2147483648 becomes -2147483648.
// Check: A number beyond C's int is refused, and does not reach C
// Part: it gave
import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

export function primeAfter(from: number): number | null {
  if (!Number.isInteger(from))
    throw new RangeError(`${from} is no whole number`);
  const prime = primes.symbols.next_prime(from | 0);
  return prime === -1 ? null : prime;
}
