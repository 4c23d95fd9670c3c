import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

/** The smallest prime greater than `from`. */
export function primeAfter(from: number): number | null {
  return primes.symbols.next_prime(from);
}
