// Says: A whole number can still be too large for C's int. It reached the library, where an int has 32 bits.
// Check: A number beyond C's int is refused, and does not reach C
// Fault: FFI019
import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

export function primeAfter(from: number): number | null {
  if (!Number.isInteger(from))
    throw new RangeError(`${from} is no whole number`);
  const prime = primes.symbols.next_prime(from);
  return prime === -1 ? null : prime;
}
