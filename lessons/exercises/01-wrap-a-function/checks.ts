import { calls, check, expect, random } from "exercise";
import { primeAfter } from "answer";

check("It gives the next prime", () => {
  expect(primeAfter(10), "primeAfter(10)").toBe(11);
  expect(primeAfter(13), "primeAfter(13)").toBe(17);
  expect(primeAfter(0), "primeAfter(0)").toBe(2);
  const prime = random.pick([101, 1009, 10007, 100003, 1000003]);
  expect(primeAfter(prime - 1), `primeAfter(${prime - 1})`).toBe(prime);
  expect(calls("next_prime"), "calls of C's next_prime").toBe(4);
});

check("It gives null where the library has no answer", () => {
  expect(primeAfter(-1), "primeAfter(-1)").toBe(null);
  const negative = -random.integer(2, 2147483648);
  expect(primeAfter(negative), `primeAfter(${negative})`).toBe(null);
  expect(primeAfter(2147483647), "primeAfter(2147483647)").toBe(null);
});

check("The largest int is a prime, and is found", () => {
  expect(primeAfter(2147483646), "primeAfter(2147483646)").toBe(
    2147483647,
  );
});

check("A fraction is refused, and does not reach C", () => {
  const fraction = random.integer(2, 1000) + 0.5;
  expect(() => primeAfter(fraction), `primeAfter(${fraction})`).toThrow(
    "RangeError",
  );
  expect(() => primeAfter(NaN), "primeAfter(NaN)").toThrow(
    "RangeError",
  );
  expect(calls("next_prime"), "calls of C's next_prime").toBe(0);
});

check(
  "A number beyond C's int is refused, and does not reach C",
  () => {
    for (const from of [
      2147483648,
      -2147483649,
      2 ** 53,
      1e300,
      Infinity,
    ]) {
      expect(() => primeAfter(from), `primeAfter(${from})`).toThrow(
        "RangeError",
      );
    }
    expect(calls("next_prime"), "calls of C's next_prime").toBe(0);
  },
);
