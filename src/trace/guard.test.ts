import { describe, expect, it } from "vitest";
import { EventKind, type TraceBatch } from "./format.ts";
import { ValueTag } from "./values/encoding.ts";
import { batchOf, SMALL_TRACE } from "./batch.test-support.ts";
import { MAX_BATCH_EVENTS, MAX_CONSOLE_BYTES, MAX_EVENTS, MAX_LIST_LENGTH } from "./limits.ts";
import { TraceGuard } from "./guard.ts";

const opened = { kind: EventKind.Open, a: 1, b: 1 };
const strings = ["strings"];
const firstRefusal = (...batches: TraceBatch[]): string | null => {
  const guard = new TraceGuard(1);
  for (const batch of batches) {
    const refusal = guard.refusal(batch);
    if (refusal) return refusal;
  }
  return null;
};

describe("what the runner sends", () => {
  it("passes, and its End is seen", () => {
    const guard = new TraceGuard(1);
    expect(guard.refusal(SMALL_TRACE)).toBeNull();
    expect(guard.end).toBe("completed");
  });

  it("passes in any cut, one event a batch too", () => {
    const guard = new TraceGuard(1);
    const { kind, a, b, c, d } = SMALL_TRACE;
    for (let i = 0; i < kind.length; i++) {
      const event = { kind: kind[i]!, a: a[i]!, b: b[i]!, c: c[i]!, d: d[i]! };
      const first = i === 0 ? { values: [...SMALL_TRACE.values], strings: SMALL_TRACE.strings } : {};
      expect(guard.refusal(batchOf(i, [event], first))).toBeNull();
    }
  });

  it("passes with its values and strings in an earlier batch than the event that names them", () => {
    const values = [1, ValueTag.Number, -0.5];
    const call = { kind: EventKind.Call, a: 1, b: 2, c: 0 };
    expect(firstRefusal(batchOf(0, [opened], { strings: ["strings", "f"], values }), batchOf(1, [call]))).toBeNull();
  });

  it("passes with a fault whose detail is one", () => {
    const detail = { code: "FFI015", library: 1, exception: "RangeError: 7" };
    const fault = { kind: EventKind.Fault, a: 15, d: 2 };
    expect(firstRefusal(batchOf(0, [opened, fault], { strings: ["strings", JSON.stringify(detail)] }))).toBeNull();
  });
});

describe("nonsense", () => {
  /** Two faults with one detail, that of an FFI015. */
  const twoFaults = (one: number, other: number): TraceBatch => {
    const detail = JSON.stringify({ code: "FFI015", library: 1, exception: "x" });
    const fault = (a: number) => ({ kind: EventKind.Fault, a, d: 2 });
    return batchOf(0, [opened, fault(one), fault(other)], { strings: ["strings", detail] });
  };
  const after = (event: Parameters<typeof batchOf>[1][number], values: readonly number[] = []): TraceBatch =>
    batchOf(0, [opened, event], { strings, values });

  it.each<[string, TraceBatch]>([
    ["a gap between batches", batchOf(1, [opened], { strings })],
    ["a kind of event that is none", after({ kind: 0 })],
    ["a kind of event beyond the last", after({ kind: 20 })],
    ["a position the program does not have", after({ kind: EventKind.Console, b: 1, span: 1 })],
    ["time that is no number", after({ kind: EventKind.Console, b: 1, time: NaN })],
    ["time that never comes", after({ kind: EventKind.Console, b: 1, time: Infinity })],
    ["time before the beginning", after({ kind: EventKind.Console, b: 1, time: -1 })],
    ["a library that was not opened", after({ kind: EventKind.Close, a: 2 })],
    ["a library that jumps a number", after({ kind: EventKind.Open, a: 3, b: 1 })],
    ["a string that was never sent", after({ kind: EventKind.Console, b: 2 })],
    ["a string with number 0", after({ kind: EventKind.Console, b: 0 })],
    ["a console level beyond the last", after({ kind: EventKind.Console, a: 5, b: 1 })],
    ["a block with a number no trace reaches", after({ kind: EventKind.Alloc, a: 1, b: MAX_EVENTS + 1 })],
    ["an owner that is none", after({ kind: EventKind.Own, a: 1, b: 1, c: 4 })],
    ["an address held nowhere", after({ kind: EventKind.Held, a: 1, b: 1 })],
    ["an address held in a global and in a block", after({ kind: EventKind.Held, a: 1, b: 1, c: 1, d: 2 })],
    ["an address held in a global without a name", after({ kind: EventKind.Held, a: 1, b: 1, c: 7 })],
    ["values outside the pool", after({ kind: EventKind.Call, a: 1, b: 1, c: 7 })],
    ["a list longer than the pool", after({ kind: EventKind.Call, a: 1, b: 1, c: 0 }, [2, ValueTag.Number, 1])],
    ["a list of endless length", after({ kind: EventKind.Call, a: 1, b: 1, c: 0 }, [Infinity])],
    ["a list of no number of values", after({ kind: EventKind.Call, a: 1, b: 1, c: 0 }, [NaN])],
    ["a value with a tag that is none", after({ kind: EventKind.Call, a: 1, b: 1, c: 0 }, [1, 99])],
    [
      "an address that is no address",
      after({ kind: EventKind.Call, a: 1, b: 1, c: 0 }, [1, ValueTag.Pointer, 0.5, 0, 1]),
    ],
    ["a return of a call that never was", after({ kind: EventKind.Return, a: 0, c: 0 }, [ValueTag.Undefined])],
    ["an enclosing call in the future", after({ kind: EventKind.Call, a: 1, b: 1, c: 0, d: 2 }, [0])],
    ["a fault with number 0", after({ kind: EventKind.Fault, a: 0, d: 1 })],
    ["a fault with number 999", after({ kind: EventKind.Fault, a: 999, d: 1 })],
    ["a fault whose detail is not JSON", after({ kind: EventKind.Fault, a: 1, d: 1 })],
    ["a fault without a detail", after({ kind: EventKind.Fault, a: 15, d: 0 })],
    ["a fault with the detail of another", twoFaults(15, 14)],
    ["an end that is no status", after({ kind: EventKind.End, a: 4 })],
    ["an end whose error is not JSON", after({ kind: EventKind.End, a: 1, b: 1 })],
    [
      "a struct inside itself, again and again",
      after({ kind: EventKind.Call, a: 1, b: 1, c: 0 }, [
        1,
        ...Array.from({ length: 40 }, () => [ValueTag.Struct, 1, 1]).flat(),
        ValueTag.Undefined,
      ]),
    ],
  ])("is refused: %s", (_what, batch) => {
    expect(firstRefusal(batch)).toBe("nonsense");
  });

  it.each(["span", "cLocation", "a", "b", "c", "d", "time"] as const)(
    "is refused: %s shorter than the rest",
    (name) => {
      expect(firstRefusal({ ...SMALL_TRACE, [name]: SMALL_TRACE[name].slice(1) })).toBe("nonsense");
    },
  );

  it("is refused: an event after the end", () => {
    expect(firstRefusal(SMALL_TRACE, batchOf(8, [{ kind: EventKind.Console, b: 1 }]))).toBe("nonsense");
  });

  it("is refused: time that runs backwards", () => {
    const line = { kind: EventKind.Console, b: 1 };
    expect(
      firstRefusal(
        batchOf(
          0,
          [
            { ...line, time: 2 },
            { ...line, time: 1 },
          ],
          { strings },
        ),
      ),
    ).toBe("nonsense");
  });

  it("is refused: a call that returns twice", () => {
    const call = { kind: EventKind.Call, a: 1, b: 1, c: 0 };
    const back = { kind: EventKind.Return, a: 1, c: 0 };
    expect(firstRefusal(batchOf(0, [opened, call, back, back], { strings, values: [0] }))).toBe("nonsense");
  });

  it("is refused: calls that all name the same long list", () => {
    const values = [MAX_LIST_LENGTH, ...Array.from({ length: MAX_LIST_LENGTH }, () => ValueTag.Undefined)];
    const calls = Array.from({ length: 1000 }, () => ({ kind: EventKind.Call, a: 1, b: 1, c: 0 }));
    expect(firstRefusal(batchOf(0, [opened, ...calls], { strings, values }))).toBe("nonsense");
  });

  it("is refused: a small view of a large buffer", () => {
    const values = new Float64Array(32 * 1024 * 1024).subarray(0, 1);
    expect(firstRefusal({ ...batchOf(0, [opened], { strings }), values })).toBe("nonsense");
  });
});

it("refuses to hold more printed text than a run may print, though one text is sent once", () => {
  const guard = new TraceGuard(1);
  const line = "x".repeat(10_000);
  const lines = Array.from({ length: 100 }, () => ({ kind: EventKind.Console, b: 1 }));
  let accepted = 0;
  while (guard.refusal(batchOf(accepted, lines, { strings: accepted === 0 ? [line] : [] })) === null) accepted += 100;
  expect(accepted * 2 * line.length).toBeLessThanOrEqual(MAX_CONSOLE_BYTES);
  expect((accepted + 200) * 2 * line.length).toBeGreaterThan(MAX_CONSOLE_BYTES);
});

it("refuses to hold more events than the longest trace", () => {
  const guard = new TraceGuard(1);
  const kind = new Uint8Array(MAX_BATCH_EVENTS).fill(EventKind.MemorySamples);
  const zeros = new Uint32Array(MAX_BATCH_EVENTS);
  const batch = { ...batchOf(0, []), kind, span: zeros, cLocation: zeros, a: zeros, b: zeros, c: zeros, d: zeros };
  const time = new Float64Array(MAX_BATCH_EVENTS);
  let accepted = 0;
  let refusal = null;
  while (refusal === null) {
    refusal = guard.refusal({ ...batch, time, first: accepted });
    if (refusal === null) accepted += MAX_BATCH_EVENTS;
  }
  expect(refusal).toBe("too-long");
  expect(accepted).toBeLessThanOrEqual(MAX_EVENTS);
  expect(accepted).toBeGreaterThan(MAX_EVENTS - MAX_BATCH_EVENTS);
});
