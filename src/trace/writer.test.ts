import { describe, expect, test } from "vitest";
import { EventKind, type TraceBatch } from "./format.ts";
import { ValueTag } from "./values/encoding.ts";
import { TraceWriter } from "./writer.ts";

function writer() {
  const batches: TraceBatch[] = [];
  const later: (() => void)[] = [];
  const clock = { time: 0 };
  const trace = new TraceWriter(
    () => clock.time,
    (batch) => batches.push(batch),
    (task) => later.push(task),
  );
  return { trace, batches, later, clock };
}

test("events keep their order and their indices over batches", () => {
  const { trace, batches } = writer();
  for (let i = 0; i < 10_000; i += 1) expect(trace.event(EventKind.Close, i, 0, i)).toBe(i);
  trace.flush();
  const seen = batches.flatMap((batch) => [...batch.a]);
  expect(seen).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  let next = 0;
  for (const batch of batches) {
    expect(batch.first).toBe(next);
    next += batch.kind.length;
  }
  // A message for each of ten thousand events would be slower than what they trace.
  expect(batches.length).toBeLessThan(50);
});

test("a program that does little hands over each line it prints at once", () => {
  const { trace, batches } = writer();
  trace.event(EventKind.Console, 1, 0, 0, trace.string("hello"));
  expect(batches.map((batch) => batch.strings)).toEqual([["hello"]]);
});

test("everything until a call has been handed over before C gets to run", () => {
  const { trace, batches } = writer();
  trace.event(EventKind.Open, 0, 0, trace.string("strings"));
  expect(batches).toEqual([]);
  trace.event(EventKind.Call, 1, 0);
  expect(batches.map((batch) => [...batch.kind])).toEqual([[EventKind.Open, EventKind.Call]]);
});

test("what is pending goes out by itself when nothing follows", () => {
  const { trace, batches, later } = writer();
  for (let i = 0; i < 100; i += 1) trace.event(EventKind.Close, 0, 0, i);
  const sent = () => batches.reduce((sum, batch) => sum + batch.kind.length, 0);
  expect(sent()).toBeLessThan(100);
  for (const task of later) task();
  expect(sent()).toBe(100);
});

test("a loop's look at the clock sends what has waited long enough", () => {
  const { trace, batches, clock } = writer();
  for (let i = 0; i < 100; i += 1) trace.event(EventKind.Close, 0, 0, i);
  const before = batches.length;
  trace.flushIfDue();
  expect(batches.length).toBe(before);
  clock.time = 100;
  trace.flushIfDue();
  expect(batches.length).toBe(before + 1);
});

describe("strings and values", () => {
  test("the same text has one id, sent once", () => {
    const { trace, batches } = writer();
    const first = trace.string("free");
    trace.event(EventKind.Free, 0, 0, 1, 1, first);
    const again = trace.string("free");
    trace.event(EventKind.Free, 0, 0, 1, 2, again);
    trace.flush();
    expect([first, again]).toEqual([1, 1]);
    expect(batches.flatMap((batch) => batch.strings)).toEqual(["free"]);
  });

  test("an offset stays true when the values before it have been sent", () => {
    const { trace, batches } = writer();
    trace.value(ValueTag.Number, 7);
    trace.event(EventKind.Close, 0, 0);
    trace.flush();
    const offset = trace.valueOffset;
    trace.value(ValueTag.Pointer, 16, 1, 1);
    trace.event(EventKind.Close, 0, 0);
    trace.flush();
    const pool = batches.flatMap((batch) => [...batch.values]);
    expect(pool.slice(offset)).toEqual([ValueTag.Pointer, 16, 1, 1]);
  });
});
