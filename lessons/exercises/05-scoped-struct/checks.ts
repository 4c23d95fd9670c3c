import { calls, check, expect, random } from "exercise";
import { Gradient, type Color } from "answer";

const channel = (): number => random.integer(0, 255);
const someColor = (): Color => ({
  r: channel(),
  g: channel(),
  b: channel(),
  a: channel(),
});

/** The colour number `index`, as C rounds it. */
function between(
  start: Color,
  end: Color,
  index: number,
  steps: number,
): Color {
  const part = steps === 1 ? 0 : index / (steps - 1);
  const one = (from: number, to: number): number =>
    Math.floor(from + (to - from) * part + 0.5);
  return {
    r: one(start.r, end.r),
    g: one(start.g, end.g),
    b: one(start.b, end.b),
    a: one(start.a, end.a),
  };
}

const some = (steps: number): Gradient =>
  new Gradient(someColor(), someColor(), steps);

check("It has as many colours as steps", () => {
  const [start, end] = [someColor(), someColor()];
  const steps = random.integer(2, 9);
  using gradient = new Gradient(start, end, steps);
  expect(gradient.length, "the length").toBe(steps);
  for (let index = 0; index < steps; index += 1)
    expect(gradient.color(index), `color(${index})`).toEqual(
      between(start, end, index, steps),
    );
});

check("One step is the first colour alone", () => {
  const start = someColor();
  using gradient = new Gradient(start, someColor(), 1);
  expect(gradient.length, "the length").toBe(1);
  expect(gradient.color(0), "color(0)").toEqual(start);
});

check("It can be gone through from the first to the last", () => {
  const [start, end] = [someColor(), someColor()];
  const steps = random.integer(2, 9);
  using gradient = new Gradient(start, end, steps);
  for (let times = 0; times < 2; times += 1) {
    const iterator = gradient[Symbol.iterator]();
    for (let index = 0; index < steps; index += 1) {
      const next = iterator.next();
      expect(next.done ?? false, `done at ${index}`).toBe(false);
      expect(next.value, `what comes at ${index}`).toEqual(
        between(start, end, index, steps),
      );
    }
    expect(iterator.next().done, "done after the last").toBe(true);
  }
});

check("An index beyond the last colour is refused", () => {
  const steps = random.integer(1, 9);
  using gradient = some(steps);
  for (const index of [steps, steps + 1, 2 ** 31, Infinity])
    expect(
      () => gradient.color(index),
      `color(${index}) of ${steps}`,
    ).toThrow("RangeError");
});

check("An index before the first, or between two, is refused", () => {
  using gradient = some(random.integer(3, 9));
  for (const index of [-1, -(2 ** 30), 0.25, 1.5, NaN])
    expect(() => gradient.color(index), `color(${index})`).toThrow(
      "RangeError",
    );
});

check("A channel that is no byte is refused", () => {
  for (const key of ["r", "g", "b", "a"] as const) {
    for (const value of [256, -1, 0.5, NaN]) {
      const wrong = { ...someColor(), [key]: value };
      expect(
        () => new Gradient(wrong, someColor(), 3),
        `a gradient from ${key} ${value}`,
      ).toThrow("RangeError");
      expect(
        () => new Gradient(someColor(), wrong, 3),
        `a gradient to ${key} ${value}`,
      ).toThrow("RangeError");
    }
  }
  expect(calls("create_gradient"), "calls of create_gradient").toBe(0);
});

check("Steps that are no int, or less than 1, are refused", () => {
  for (const steps of [0, -1, 2.5, 2 ** 31, NaN])
    expect(() => some(steps), `a gradient of ${steps} steps`).toThrow(
      "RangeError",
    );
  expect(calls("create_gradient"), "calls of create_gradient").toBe(0);
});

check("A disposed gradient gives no colour", () => {
  using gradient = some(random.integer(2, 9));
  gradient[Symbol.dispose]();
  expect(() => gradient.color(0), "color(0)").toThrow("DisposedError");
  expect(
    () => gradient[Symbol.iterator]().next(),
    "the first step of an iterator",
  ).toThrow("DisposedError");
});

check("An iterator under way ends with its gradient", () => {
  using gradient = some(random.integer(3, 9));
  const iterator = gradient[Symbol.iterator]();
  iterator.next();
  gradient[Symbol.dispose]();
  expect(() => iterator.next(), "next() after dispose").toThrow(
    "DisposedError",
  );
});

check("Disposing it twice is disposing it once", () => {
  using gradient = some(random.integer(1, 9));
  gradient[Symbol.dispose]();
  gradient[Symbol.dispose]();
});

check("One gradient's end is not another's", () => {
  const start = someColor();
  using one = new Gradient(start, someColor(), 4);
  {
    using other = some(4);
    expect(other.length, "the length of the other").toBe(4);
  }
  expect(one.color(0), "color(0) of the one that lives").toEqual(start);
});

check("Where there is no memory, that is said", () => {
  // More than a library of 32 bits can have.
  const steps = 2 ** 31 - random.integer(1, 100);
  expect(() => some(steps), `a gradient of ${steps} steps`).toThrow(
    "OutOfMemoryError",
  );
});
