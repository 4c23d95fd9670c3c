import { dlopen } from "ffi";

class Primes {
  readonly #next = dlopen("primes", {
    next_prime: { parameters: ["i32"], result: "i32" },
  }).symbols.next_prime;

  after(from: number): number | null {
    const [int] = Int32Array.of(from);
    if (int !== from) throw new RangeError(`${from}`);
    const prime = this.#next(int);
    if (prime < 0) return null;
    return prime;
  }
}

const primes = new Primes();

export function primeAfter(from: number): number | null {
  return primes.after(from);
}
