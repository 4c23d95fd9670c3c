// Says: The numbers are right, and C was never asked: the library does the work in this exercise, and your function gives it its types.
// Check: It gives the next prime
// Part: calls of C's next_prime
import { dlopen } from "ffi";

export const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

const isPrime = (n: number): boolean => {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false;
  return true;
};

export function primeAfter(from: number): number | null {
  if (from !== (from | 0))
    throw new RangeError(`${from} is no int of C`);
  if (from < 0) return null;
  for (let n = from + 1; n <= 2147483647; n += 1)
    if (isPrime(n)) return n;
  return null;
}
