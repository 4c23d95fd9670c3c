import { calls, check, expect, hasFailed, random } from "exercise";
import { errorOf } from "answer";

/** The words of the library, and those of the other one. */
const EMPTY = [
  "the name is empty",
  "set_name was given a name without a single character, and a name has at least one",
];
const NO_MEMORY = [
  "there is no memory for the name",
  "set_name has found no memory for a copy of the name, and has kept the name that it had before",
];

const call = (name: string): string =>
  `errorOf(${JSON.stringify(name)})`;

function expectRefused(name: string, words: readonly string[]): void {
  const error = errorOf(name);
  const wanted = words.find((word) => word === error) ?? words[0];
  expect(error, call(name)).toBe(wanted);
}

function expectTaken(name: string): void {
  const asked = calls("get_error_message");
  const error = errorOf(name);
  if (hasFailed() && error !== null) {
    const wanted = NO_MEMORY.find((word) => word === error);
    expect(error, call(name)).toBe(wanted ?? NO_MEMORY[0]);
    return;
  }
  expect(error, call(name)).toBe(null);
  // Something failed, perhaps set_name: the library can say.
  if (hasFailed() && calls("set_name") === 1) {
    expect(
      calls("get_error_message") - asked,
      "calls of get_error_message where the library has no memory",
    ).toBe(1);
  }
}

check("An empty name is refused in the library's words", () => {
  expectRefused("", EMPTY);
});

check("A name that the library takes has no error", () => {
  expectTaken(random.word(random.integer(1, 60)));
  expect(calls("set_name"), "calls of set_name").toBe(1);
});

check("Each name has an outcome of its own", () => {
  expectRefused("", EMPTY);
  const name = random.word(5);
  const error = errorOf(name);
  if (!hasFailed()) expect(error, call(name)).toBe(null);
  expectRefused("", EMPTY);
  expect(calls("set_name"), "calls of set_name").toBe(3);
});

check("A name in any script is taken", () => {
  expectTaken(random.pick(["Zoë", "紫式部", "أمل", "🦀"]));
});

check("A name that C would cut short is refused before C", () => {
  for (const name of ["Ada\0Lovelace", "\0"])
    expect(() => errorOf(name), call(name)).toThrow("NulError");
  expect(calls("set_name"), "calls of set_name").toBe(0);
});
