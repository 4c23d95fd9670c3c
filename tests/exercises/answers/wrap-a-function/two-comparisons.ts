import { dlopen } from "ffi";

const primes = dlopen("primes", {
  next_prime: { parameters: ["i32"], result: "i32" },
});

const LARGEST = 2 ** 31 - 1;

const isInt = (value: number): boolean => Number.isInteger(value) && value >= -LARGEST - 1 && value <= LARGEST;

export const primeAfter = (from: number): number | null => {
  if (!isInt(from)) throw new RangeError("an int of C is wanted");
  const found = primes.symbols.next_prime(from);
  return found > 0 ? found : null;
};
