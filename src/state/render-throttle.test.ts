import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderThrottle } from "./render-throttle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was shown, in order. A frame comes every 16 milliseconds. */
function shown() {
  const order: string[] = [];
  const throttle = renderThrottle(
    () => order.push("begin"),
    () => order.push("draw"),
    (task) => setTimeout(task, 16),
  );
  return { order, throttle };
}

test("a program that shows something soon is drawn once with that, and not before", () => {
  const { order, throttle } = shown();
  throttle.started();
  throttle.changed();
  vi.advanceTimersByTime(10);
  expect(order).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(order).toEqual(["begin", "draw"]);
});

test("one that shows nothing is said to run", () => {
  const { order, throttle } = shown();
  throttle.started();
  vi.advanceTimersByTime(49);
  expect(order).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(order).toEqual(["begin"]);
});

test("one that has ended before either is said to have run all the same, and is drawn no more", () => {
  const { order, throttle } = shown();
  throttle.started();
  throttle.changed();
  throttle.close();
  throttle.changed();
  vi.advanceTimersByTime(1000);
  expect(order).toEqual(["begin"]);
});

test("changes without a pause are drawn with pauses, the last of them too", () => {
  const { order, throttle } = shown();
  throttle.started();
  for (let passed = 0; passed < 1000; passed += 1) {
    throttle.changed();
    vi.advanceTimersByTime(1);
  }
  const drawn = order.filter((what) => what === "draw").length;
  expect(drawn).toBeGreaterThan(4);
  expect(drawn).toBeLessThan(10);
  vi.advanceTimersByTime(200);
  expect(order.filter((what) => what === "draw").length).toBe(drawn + 1);
});
