import { calls, check, expect, hasFailed, random } from "exercise";
import { visit } from "answer";

const int = (): number => random.integer(-1_000_000, 1_000_000);
const ints = (count: number): number[] =>
  Array.from({ length: count }, int);

/**
 * What it throws; null when it throws nothing. An exception for want of
 * memory, which the task allows, ends the behaviour.
 */
function thrownBy(act: () => void): { readonly value: unknown } | null {
  try {
    act();
  } catch (value) {
    const { name } = (value ?? {}) as { name?: unknown };
    if (hasFailed() && name === "RangeError") throw value;
    return { value };
  }
  return null;
}

check("Each item is visited once, first to last", () => {
  const items = ints(random.integer(3, 20));
  const seen: number[] = [];
  visit(items, (value) => void seen.push(value));
  expect(seen, "the visited items").toEqual(items);
  expect(calls("process_items"), "calls of process_items").toBe(1);
});

check("No items are no visits", () => {
  let times = 0;
  visit([], () => void (times += 1));
  expect(times, "calls of the visitor").toBe(0);
});

check("One visit after the other has its own visitor", () => {
  for (let i = 0; i < 3; i += 1) {
    const items = ints(2);
    const seen: number[] = [];
    visit(items, (value) => void seen.push(value));
    expect(seen, `the items of visit ${i + 1}`).toEqual(items);
  }
});

check("What the visitor throws ends the visit and is thrown", () => {
  const items = ints(5);
  const last = random.integer(0, 3);
  const thrown = new Error(random.word(8));
  const seen: number[] = [];
  const caught = thrownBy(() =>
    visit(items, (value) => {
      seen.push(value);
      if (seen.length === last + 1) throw thrown;
    }),
  );
  expect(caught?.value, "what visit threw").toBe(thrown);
  expect(seen, "the visited items").toEqual(items.slice(0, last + 1));

  const after: number[] = [];
  visit(items, (value) => void after.push(value));
  expect(after, "the items of the visit after it").toEqual(items);
});

check("It may be any value that the visitor throws", () => {
  for (const thrown of [undefined, null, 0, ""]) {
    const caught = thrownBy(() =>
      visit([int()], () => {
        throw thrown;
      }),
    );
    expect(caught, "what visit threw").toEqual({ value: thrown });
  }
});

check("A visitor may visit", () => {
  const outer = ints(3);
  const inner = ints(2);
  const seen: number[] = [];
  visit(outer, (value) => {
    seen.push(value);
    visit(inner, (other) => void seen.push(other));
  });
  expect(seen, "the visited items").toEqual(
    outer.flatMap((value) => [value, ...inner]),
  );
});

check("A visit inside may fail, and the one around it goes on", () => {
  const outer = ints(3);
  const thrown = new Error(random.word(6));
  const seen: number[] = [];
  visit(outer, (value) => {
    seen.push(value);
    const caught = thrownBy(() =>
      visit(ints(2), () => {
        throw thrown;
      }),
    );
    expect(caught?.value, "what the visit inside threw").toBe(thrown);
  });
  expect(seen, "the visited items").toEqual(outer);
});

check("An item that is no int of C is refused before any visit", () => {
  for (const wrong of [0.5, 2 ** 31, -(2 ** 31) - 1, NaN]) {
    let times = 0;
    expect(
      () => visit([int(), wrong], () => void (times += 1)),
      `visit([…, ${wrong}])`,
    ).toThrow("RangeError");
    expect(times, "calls of the visitor").toBe(0);
  }
});
