import { calls, check, expect, hasFailed, random } from "exercise";
import { describe, halve, halveAll } from "answer";

const NEGATIVE = 1;
const TOO_LARGE = 2;
const NOT_EVEN = 3;

/** The words of the library, and those of the other one. */
const WORDS: Readonly<Record<number, readonly string[]>> = {
  [NEGATIVE]: ["the input is negative", "below zero"],
  [TOO_LARGE]: [
    "the input is larger than 1000",
    "more than the thousand that is the most",
  ],
  [NOT_EVEN]: ["the input is not even", "odd, and so without a half"],
};

/** In which the library has words only where it returned some. */
function expectWords(text: unknown, code: number, what: string): void {
  const words = hasFailed() ? [`error ${code}`] : WORDS[code]!;
  const wanted = words.find((word) => word === text) ?? words[0];
  expect(text, what).toBe(wanted);
}

function expectError(error: unknown, code: number, what: string): void {
  const told = error as {
    name?: unknown;
    code?: unknown;
    message?: unknown;
  };
  expect(told?.name, `the name of ${what}`).toBe("OperationError");
  expect(told.code, `the code of ${what}`).toBe(code);
  expectWords(told.message, code, `the message of ${what}`);
}

const even = (): number => 2 * random.integer(1, 500);
const odd = (): number => 2 * random.integer(1, 400) + 1;

check("A number that can be halved is halved", () => {
  for (const input of [even(), even(), 1000, 0])
    expect(halve(input), `halve(${input})`).toBe(input / 2);
  expect(calls("perform_operation"), "calls of perform_operation").toBe(
    4,
  );
});

check(
  "A failure is an exception with the library's code and words",
  () => {
    for (const [input, code] of [
      [odd(), NOT_EVEN],
      [-random.integer(1, 999), NEGATIVE],
      [1000 + random.integer(1, 999), TOO_LARGE],
    ] as const) {
      const error = expect(
        () => halve(input),
        `halve(${input})`,
      ).toThrow("OperationError");
      expectError(error, code, `halve(${input})'s exception`);
    }
  },
);

check("A number that is no int of C is refused", () => {
  for (const input of [0.5, 2 ** 31, -(2 ** 40), NaN, Infinity])
    expect(() => halve(input), `halve(${input})`).toThrow("RangeError");
  expect(calls("perform_operation"), "calls of perform_operation").toBe(
    0,
  );
});

check("Each of many outcomes has its own code and words", () => {
  const [half, notEven] = [even(), odd()];
  const inputs = [-4, half, 2000, notEven, 0];
  const outcomes = halveAll(inputs);
  expect(outcomes.length, "the number of outcomes").toBe(5);
  expectError(outcomes[0], NEGATIVE, "the outcome of -4");
  expect(outcomes[1], `the outcome of ${half}`).toBe(half / 2);
  expectError(outcomes[2], TOO_LARGE, "the outcome of 2000");
  expectError(outcomes[3], NOT_EVEN, `the outcome of ${notEven}`);
  expect(outcomes[4], "the outcome of 0").toBe(0);
});

check("A code is put in the library's words", () => {
  for (const code of [NEGATIVE, TOO_LARGE, NOT_EVEN])
    expectWords(describe(code), code, `describe(${code})`);
  expect(calls("get_error_string"), "calls of get_error_string").toBe(
    3,
  );
});

check("A code without words gives its number", () => {
  const code = random.integer(50, 999);
  expect(describe(code), `describe(${code})`).toBe(`error ${code}`);
  expect(describe(-1), "describe(-1)").toBe("error -1");
});
