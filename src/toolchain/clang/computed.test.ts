import { expect, test } from "vitest";
import { isComputed } from "./computed.ts";

test.each(["+= a[i];", "++;", "<<= 1;", "= a + 1;", "over = options->limit > 5;", "= (int)x * 2; // twice", "= !set;"])(
  "%s computes",
  (text) => expect(isComputed(text)).toBe(true),
);

test.each([
  "= b;",
  "= *p;",
  "= &first;",
  "= (char *)p->next;",
  "= a[i + 1];",
  '= "a + b";',
  "== b;",
  "f(a + b);",
  "x;",
])("%s does not", (text) => expect(isComputed(text)).toBe(false));
