import { calls, check, expect, random } from "exercise";
import { safeStrlen } from "answer";

check("It counts the letters of a plain text", () => {
  const word = random.word(random.integer(5, 40));
  expect(safeStrlen(word), `safeStrlen("${word}")`).toBe(word.length);
  expect(calls("strlen"), "calls of C's strlen").toBe(1);
});

check("It counts bytes, not characters", () => {
  expect(safeStrlen("é"), 'safeStrlen("é")').toBe(2);
  expect(safeStrlen("日本"), 'safeStrlen("日本")').toBe(6);
  expect(safeStrlen("🦀"), 'safeStrlen("🦀")').toBe(4);
  expect(calls("strlen"), "calls of C's strlen").toBe(3);
});

check("An empty text has no bytes", () => {
  expect(safeStrlen(""), 'safeStrlen("")').toBe(0);
});

check("A text that C would cut short is refused", () => {
  expect(
    () => safeStrlen("Ada\0Lovelace"),
    'safeStrlen("Ada\\0Lovelace")',
  ).toThrow("NulError");
});

check("It works as often as it is asked", () => {
  for (let i = 0; i < 10; i += 1) {
    const word = random.word(i);
    expect(safeStrlen(word), `safeStrlen("${word}")`).toBe(i);
  }
});
