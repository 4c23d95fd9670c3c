import { describe, expect, test } from "vitest";
import { batchOf, SMALL_TRACE } from "../trace/batch.test-support.ts";
import { EventKind, Owner } from "../trace/format.ts";
import { Ledger } from "./ledger.ts";
import { sentenceAt } from "./sentence.ts";

const ledgerOf = (...batches: Parameters<Ledger["append"]>[0][]): Ledger => {
  const ledger = new Ledger({ spans: [null], descriptions: [] });
  for (const batch of batches) ledger.append(batch);
  return ledger;
};
const sentences = (ledger: Ledger): string[] =>
  Array.from({ length: ledger.length + 1 }, (_, step) => sentenceAt(ledger, ledger.at(step)));

test("each step of a run has its sentence; an event that completes another has that one's", () => {
  const allocated = "#1 `malloc`, 4 bytes, was allocated.";
  expect(sentences(ledgerOf(SMALL_TRACE))).toEqual([
    "Nothing has happened yet.",
    "The library `strings` was opened.",
    "#1, 4 bytes, was allocated.",
    allocated,
    allocated,
    "TypeScript calls `set_name(#1)`.",
    "`set_name` returned `true`.",
    "The program printed: “it was set”",
    "The program finished.",
  ]);
});

test("what happens to memory and callbacks is told by its names", () => {
  const strings = ["strings", "free", "store_string"];
  const events = [
    { kind: EventKind.Open, a: 1, b: 1 },
    { kind: EventKind.Alloc, a: 1, b: 1, c: 1024, d: 4 },
    { kind: EventKind.Own, a: 1, b: 1, c: Owner.TypeScript, d: 2 },
    { kind: EventKind.Copy, a: 1, b: 1, c: 4, d: 1 },
    { kind: EventKind.Copy, a: 1, b: 1, c: 1, d: 2 },
    { kind: EventKind.Keep, a: 1, b: 1, c: 3 },
    { kind: EventKind.Keep, a: 1, b: 1, c: 0 },
    { kind: EventKind.Grow, a: 1, b: 65536, c: 131072 },
    { kind: EventKind.Callback, a: 1, b: 1, c: 1 },
    { kind: EventKind.Register, a: 1, b: 1, c: 3, d: 1 },
    { kind: EventKind.Unregister, a: 1, b: 1 },
    { kind: EventKind.Callback, a: 1, b: 1, c: 2 },
    { kind: EventKind.Own, a: 1, b: 1, c: Owner.C, d: 3 },
    { kind: EventKind.Free, a: 1, b: 1, c: 2 },
    { kind: EventKind.Close, a: 1 },
  ];
  expect(sentences(ledgerOf(batchOf(0, events, { strings }))).slice(4)).toEqual([
    "TypeScript copied 4 bytes into #1 `malloc`.",
    "TypeScript copied 1 byte out of #1 `malloc`.",
    "`store_string` remembers where #1 `malloc` is, after its call.",
    "C no longer remembers where #1 `malloc` is.",
    "The memory of `strings` grew from 65,536 bytes to 131,072 bytes.",
    "The function `callback 1` got a place among C's functions.",
    "`store_string` remembers the callback `callback 1`, after its call.",
    "C no longer remembers a callback that it was given.",
    "The callback `callback 1` was closed: C must not call it any more.",
    "#1 `malloc` was handed over to C.",
    "#1 `malloc` was released by `free`.",
    "The library `strings` was closed.",
  ]);
});

describe("an index that is not there", () => {
  const ledger = ledgerOf(SMALL_TRACE);
  test.each([-1, 8, 0.5, NaN, Infinity])("%d: no event, no place, no crossing", (index) => {
    expect(() => ledger.event(index)).toThrow(RangeError);
    expect(() => ledger.location(index)).toThrow(RangeError);
    expect(() => ledger.crossing(index)).toThrow(RangeError);
    expect(() => ledger.crossingKey(index)).toThrow(RangeError);
  });
});

test("growths are counted over the whole run", () => {
  const grow = { kind: EventKind.Grow, a: 1, b: 1, c: 2 };
  const many = Array.from({ length: 30_000 }, () => grow);
  const ledger = ledgerOf(batchOf(0, [{ kind: EventKind.Open, a: 1, b: 1 }, ...many], { strings: ["strings"] }));
  expect(ledger.growths(ledger.length)).toBe(30_000);
  expect(ledger.growths(2)).toBe(1);
});
