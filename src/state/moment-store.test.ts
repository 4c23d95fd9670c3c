import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { EventKind } from "../contract/trace.ts";
import { Ledger } from "../ledger/index.ts";
import { batchOf, SMALL_TRACE } from "../sandbox/batch.test-support.ts";
import { createMomentStore } from "./moment-store.ts";
import type { RunState } from "./run-store.ts";

/** A store of runs whose ledger a test fills. */
function setUp() {
  const runs = createStore<RunState>(() => ({ phase: "idle", ledger: null, moment: null }) as unknown as RunState);
  const moments = createMomentStore(runs);
  const ledger = new Ledger({ sites: [null], descriptions: [] });
  runs.setState({ ledger, phase: "running" });
  const arrive = (batch = SMALL_TRACE): void => {
    ledger.append(batch);
    runs.setState({ moment: ledger.at(ledger.length) });
  };
  const step = (): number | undefined => moments.getState().moment?.step;
  return { runs, moments, ledger, arrive, step };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the moment", () => {
  it("follows a run until the reader goes elsewhere, and again when asked to", () => {
    const { moments, arrive, step } = setUp();
    arrive(batchOf(0, [{ kind: EventKind.Console, a: 0, b: 1 }], { strings: ["one"] }));
    expect(step()).toBe(1);
    moments.getState().goTo(0);
    arrive(batchOf(1, [{ kind: EventKind.Console, a: 0, b: 1 }]));
    expect(step()).toBe(0);
    expect(moments.getState()).toMatchObject({ length: 2, following: false });
    moments.getState().follow();
    arrive(batchOf(2, [{ kind: EventKind.Console, a: 0, b: 1 }]));
    expect(step()).toBe(3);
  });

  it("is forgotten with its run", () => {
    const { runs, moments, arrive } = setUp();
    arrive();
    moments.getState().goTo(2);
    runs.setState({ ledger: null, moment: null });
    expect(moments.getState()).toMatchObject({ moment: null, length: 0, following: true });
  });

  it("steps over what only completes the event before", () => {
    const { moments, arrive, step } = setUp();
    arrive();
    const seen: (number | undefined)[] = [];
    moments.getState().goTo(0);
    for (let i = 0; i < 6; i += 1) {
      moments.getState().forward();
      seen.push(step());
    }
    // Alloc, Own and Point are one step.
    expect(seen).toEqual([1, 4, 5, 6, 7, 8]);
    moments.getState().goTo(4);
    moments.getState().back();
    expect(step()).toBe(1);
    moments.getState().goNear(2);
    expect(step()).toBe(4);
  });

  it("goes from crossing to crossing", () => {
    const { moments, arrive, step } = setUp();
    arrive();
    moments.getState().goTo(0);
    moments.getState().nextCrossing();
    expect(step()).toBe(5);
    moments.getState().nextCrossing();
    expect(step()).toBe(8);
    moments.getState().previousCrossing();
    expect(step()).toBe(5);
    moments.getState().previousCrossing();
    expect(step()).toBe(0);
  });

  it("goes from fault to fault, and round", () => {
    const { moments, arrive, step } = setUp();
    const line = { kind: EventKind.Console, a: 0, b: 1 };
    const fault = { kind: EventKind.Fault, a: 4, d: 2 };
    arrive(batchOf(0, [line, fault, line, fault, line], { strings: ["text", "{}"] }));
    moments.getState().nextFault();
    expect(step()).toBe(2);
    moments.getState().nextFault();
    expect(step()).toBe(4);
    moments.getState().nextFault();
    expect(step()).toBe(2);
    moments.getState().previousFault();
    expect(step()).toBe(4);
  });

  it("plays from the beginning to the end, and stops there", () => {
    const { runs, moments, arrive, step } = setUp();
    arrive();
    runs.setState({ phase: "ended" });
    const seen = new Set<number | undefined>();
    moments.subscribe(() => seen.add(step()));
    moments.getState().play();
    expect(step()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect([...seen]).toEqual([0, 1, 4, 5, 6, 7, 8]);
    expect(moments.getState()).toMatchObject({ playing: false, following: true });
  });

  it("pauses, and any way to another moment pauses too", () => {
    const { moments, arrive, step } = setUp();
    arrive();
    moments.getState().play();
    vi.advanceTimersByTime(1000);
    moments.getState().pause();
    const paused = step();
    vi.advanceTimersByTime(5000);
    expect(step()).toBe(paused);
    moments.getState().play();
    moments.getState().forward();
    expect(moments.getState().playing).toBe(false);
  });
});
