import { expect, test } from "vitest";
import { visibleJson, visibleLine, visibleText } from "./visible-text.ts";

test.each([
  ["\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"],
  ["over\rwritten\b\x7f", "over\\x0dwritten\\x08\\x7f"],
  ["\x9b2J \x85 \0", "\\x9b2J \\x85 \\x00"],
  ["a\u202eb\u2066c\u2069d\u2028e\u2029f", "a\\u202eb\\u2066c\\u2069d\\u2028e\\u2029f"],
  ["two\n\tlines", "two\n\tlines"],
  ["Grüße, 你好, שלום, 👩‍👩‍👧, \u00a0", "Grüße, 你好, שלום, 👩‍👩‍👧, \u00a0"],
])("%#: what a terminal would obey is shown, and nothing else is changed", (text, shown) => {
  expect(visibleText(text)).toBe(shown);
  expect(visibleText(shown)).toBe(shown);
});

test("a text that has to stay in its line does", () => {
  expect(visibleLine("a\n0 faults\x1b")).toBe("a\\n0 faults\\x1b");
});

test("JSON says the same as before", () => {
  const value = { "\u202ename": ["\x1b\x7f\x9b\u2028", "\n\t"] };
  const json = visibleJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).toMatch(/^[\n -~]*$/);
});
