import { describe, expect, it } from "vitest";
import { batchOf, type TestEvent } from "../trace/batch.test-support.ts";
import { EventKind, Owner } from "../trace/format.ts";
import { Ledger } from "./ledger.ts";

const STRINGS = [
  "strings",
  "dispose",
  "store_string",
  JSON.stringify({
    code: "FFI004",
    library: 1,
    side: "c",
    function: null,
    address: 0,
    bytes: 1,
    offset: 0,
    act: "read",
    ended: "release",
  }),
];

/** Two blocks: the first is pointed at, kept by C, released, and used after that; the second only comes to be. */
const EVENTS: readonly TestEvent[] = [
  { kind: EventKind.Open, a: 1, b: 1 },
  { kind: EventKind.Alloc, a: 1, b: 1, c: 1024, d: 64 },
  { kind: EventKind.Own, a: 1, b: 1, c: Owner.TypeScript, d: 2 },
  { kind: EventKind.Point, a: 1, b: 1, c: 1 },
  { kind: EventKind.Alloc, a: 1, b: 2, c: 2048, d: 4 },
  { kind: EventKind.Own, a: 1, b: 2, c: Owner.TypeScript, d: 2 },
  { kind: EventKind.Keep, a: 1, b: 1, c: 3 },
  { kind: EventKind.Free, a: 1, b: 1, c: 2 },
  { kind: EventKind.Grow, a: 1, b: 65536, c: 131072 },
  { kind: EventKind.Fault, a: 4, b: 1, d: 4 },
  { kind: EventKind.Fault, a: 4, b: 1, d: 4 },
  { kind: EventKind.End, a: 0 },
];

function ledgerOf(events: readonly TestEvent[]): Ledger {
  const ledger = new Ledger({ spans: [null], descriptions: [] });
  ledger.append(batchOf(0, events, { strings: STRINGS }));
  return ledger;
}

describe("blocks asked for again", () => {
  it("are the same object as long as nothing happens to them, and another one after that", () => {
    const ledger = ledgerOf(EVENTS);
    expect(ledger.block(1, 4)).toBe(ledger.block(1, 6));
    expect(ledger.block(1, 7)).not.toBe(ledger.block(1, 6));
    expect(ledger.block(1, 8)?.state).toBe("freed");
    expect(ledger.block(1, 8)).toBe(ledger.block(1, 12));
    expect(ledger.block(2, 6)).toBe(ledger.block(2, 11));
    expect(ledger.block(2, 12)?.state, "the end leaks it").toBe("leaked");
  });

  it("are never those of another run, however alike", () => {
    expect(ledgerOf(EVENTS).block(1, 6)).not.toBe(ledgerOf(EVENTS).block(1, 6));
  });

  it("are at each step, asked in any order, what a ledger says that has no more than these events", () => {
    const whole = ledgerOf(EVENTS);
    for (const step of [12, 3, 8, 7, 12, 4, 6, 5, 9]) {
      const fresh = ledgerOf(EVENTS.slice(0, step));
      for (const id of [1, 2]) expect(whole.block(id, step), `#${id} at ${step}`).toEqual(fresh.block(id, step));
      expect(whole.at(step).faults).toEqual(fresh.at(step).faults);
    }
  });

  it("grow old with the ledger: what is appended is seen", () => {
    const ledger = new Ledger({ spans: [null], descriptions: [] });
    ledger.append(batchOf(0, EVENTS.slice(0, 6), { strings: STRINGS }));
    expect(ledger.block(1, ledger.length)?.state).toBe("live");
    ledger.append(batchOf(6, EVENTS.slice(6)));
    expect(ledger.block(1, ledger.length)?.state).toBe("freed");
    expect(ledger.block(1, 6)?.state).toBe("live");
  });
});

describe("a block that is used after its release", () => {
  it("is missed from the first such fault on", () => {
    const { blocks } = ledgerOf(EVENTS);
    expect([8, 9, 10, 12].map((length) => blocks.isMissed(1, length))).toEqual([false, false, true, true]);
    expect(blocks.isMissed(2, 12)).toBe(false);
  });
});

describe("the faults of a step", () => {
  it("are the same list until there is one more", () => {
    const ledger = ledgerOf(EVENTS);
    expect(ledger.at(11).faults).toHaveLength(2);
    expect(ledger.at(11).faults).toBe(ledger.at(12).faults);
    expect(ledger.at(10).faults).toHaveLength(1);
    expect(ledger.at(9).faults).toEqual([]);
  });
});

it("growths are counted at every step of a long run", () => {
  const calm: TestEvent = { kind: EventKind.Console, a: 0, b: 1 };
  const events = [
    EVENTS[0]!,
    ...Array.from({ length: 60_000 }, (_, i) => ((i + 1) % 20_000 === 0 ? EVENTS[8]! : calm)),
  ];
  const ledger = ledgerOf(events);
  expect([0, 20_000, 20_001, 40_001, 60_000, 60_001].map((step) => ledger.growths(step))).toEqual([0, 0, 1, 2, 2, 3]);
});
