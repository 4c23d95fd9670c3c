// Says: A negative number is an int like any other. The library takes it and says that it has no answer: that is null, and no exception.
// Check: It gives null where the library has no answer
// Part: RangeError
import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

export function primeAfter(from: number): number | null {
  if (from !== (from | 0) || from < 0)
    throw new RangeError(`${from} is no int of C`);
  const prime = primes.symbols.next_prime(from);
  return prime === -1 ? null : prime;
}
