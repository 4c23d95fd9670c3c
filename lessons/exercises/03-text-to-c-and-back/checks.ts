import { check, expect, random } from "exercise";
import { capitals } from "answer";

check("It gives a short text in capital letters", () => {
  const word = random.word(random.integer(3, 9));
  expect(capitals(word), `capitals("${word}")`).toBe(
    word.toUpperCase(),
  );
});

check("An empty text is empty", () => {
  expect(capitals(""), 'capitals("")').toBe("");
});

check("A long text comes back whole", () => {
  const long = random.word(random.integer(300, 400));
  const back = capitals(long);
  expect(back.length, `the length of ${long.length} letters`).toBe(
    long.length,
  );
  expect(back, "the text").toBe(long.toUpperCase());
});

check("Characters of every alphabet come back whole", () => {
  expect(capitals("crème brûlée"), 'capitals("crème brûlée")').toBe(
    "CRèME BRûLéE",
  );
  expect(capitals("日本 ffi 🦀"), 'capitals("日本 ffi 🦀")').toBe(
    "日本 FFI 🦀",
  );
  const many = "é".repeat(random.integer(20, 60));
  expect(capitals(many), "many letters of two bytes").toBe(many);
});

check("A text that C would cut short is refused", () => {
  expect(
    () => capitals("Ada\0Lovelace"),
    'capitals("Ada\\0Lovelace")',
  ).toThrow("NulError");
});
