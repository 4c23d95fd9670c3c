import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

/**
 * The smallest prime greater than `from`; null where the library has
 * none. Throws RangeError for what is no `int` of C.
 */
export function primeAfter(from: number): number | null {
  // `| 0` makes 32 bits of any number: only an int stays what it was.
  if (from !== (from | 0))
    throw new RangeError(`${from} is no int of C`);
  const prime = primes.symbols.next_prime(from);
  return prime === -1 ? null : prime;
}
