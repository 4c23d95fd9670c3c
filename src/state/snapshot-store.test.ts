import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { EventKind } from "../trace/format.ts";
import { Ledger } from "../ledger/index.ts";
import { batchOf, SMALL_TRACE } from "../trace/batch.test-support.ts";
import { createSnapshotStore } from "./snapshot-store.ts";
import type { RunState } from "./run-store.ts";

/** A store of runs whose ledger a test fills. */
function setUp() {
  const runs = createStore<RunState>(() => ({ phase: "idle", ledger: null, snapshot: null }) as unknown as RunState);
  const snapshots = createSnapshotStore(runs);
  const ledger = new Ledger({ spans: [null], descriptions: [] });
  runs.setState({ ledger, phase: "running" });
  const arrive = (batch = SMALL_TRACE): void => {
    ledger.append(batch);
    runs.setState({ snapshot: ledger.at(ledger.length) });
  };
  const step = (): number | undefined => snapshots.getState().snapshot?.step;
  return { runs, snapshots, ledger, arrive, step };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the snapshot on screen", () => {
  it("follows a run until the reader goes elsewhere, and again when asked to", () => {
    const { snapshots, arrive, step } = setUp();
    arrive(batchOf(0, [{ kind: EventKind.Console, a: 0, b: 1 }], { strings: ["one"] }));
    expect(step()).toBe(1);
    snapshots.getState().goTo(0);
    arrive(batchOf(1, [{ kind: EventKind.Console, a: 0, b: 1 }]));
    expect(step()).toBe(0);
    expect(snapshots.getState()).toMatchObject({ length: 2, following: false });
    snapshots.getState().follow();
    arrive(batchOf(2, [{ kind: EventKind.Console, a: 0, b: 1 }]));
    expect(step()).toBe(3);
  });

  it("is forgotten with its run", () => {
    const { runs, snapshots, arrive } = setUp();
    arrive();
    snapshots.getState().goTo(2);
    runs.setState({ ledger: null, snapshot: null });
    expect(snapshots.getState()).toMatchObject({ snapshot: null, length: 0, following: true });
  });

  it("steps over what only completes the event before", () => {
    const { snapshots, arrive, step } = setUp();
    arrive();
    const seen: (number | undefined)[] = [];
    snapshots.getState().goTo(0);
    for (let i = 0; i < 6; i += 1) {
      snapshots.getState().forward();
      seen.push(step());
    }
    // Alloc, Own and Point are one step.
    expect(seen).toEqual([1, 4, 5, 6, 7, 8]);
    snapshots.getState().goTo(4);
    snapshots.getState().back();
    expect(step()).toBe(1);
    snapshots.getState().goNear(2);
    expect(step()).toBe(4);
  });

  it("goes from crossing to crossing", () => {
    const { snapshots, arrive, step } = setUp();
    arrive();
    snapshots.getState().goTo(0);
    snapshots.getState().nextCrossing();
    expect(step()).toBe(5);
    snapshots.getState().nextCrossing();
    expect(step()).toBe(8);
    snapshots.getState().previousCrossing();
    expect(step()).toBe(5);
    snapshots.getState().previousCrossing();
    expect(step()).toBe(0);
  });

  it("goes from fault to fault, and round", () => {
    const { snapshots, arrive, step } = setUp();
    const line = { kind: EventKind.Console, a: 0, b: 1 };
    const fault = { kind: EventKind.Fault, a: 15, d: 2 };
    const detail = JSON.stringify({ code: "FFI015", library: 1, exception: "x" });
    arrive(batchOf(0, [line, fault, line, fault, line], { strings: ["text", detail] }));
    snapshots.getState().nextFault();
    expect(step()).toBe(2);
    snapshots.getState().nextFault();
    expect(step()).toBe(4);
    snapshots.getState().nextFault();
    expect(step()).toBe(2);
    snapshots.getState().previousFault();
    expect(step()).toBe(4);
  });

  it("plays from the beginning to the end, and stops there", () => {
    const { runs, snapshots, arrive, step } = setUp();
    arrive();
    runs.setState({ phase: "ended" });
    const seen = new Set<number | undefined>();
    snapshots.subscribe(() => seen.add(step()));
    snapshots.getState().play();
    expect(step()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect([...seen]).toEqual([0, 1, 4, 5, 6, 7, 8]);
    expect(snapshots.getState()).toMatchObject({ playing: false, following: true });
  });

  it("pauses, and any way to another snapshot pauses too", () => {
    const { snapshots, arrive, step } = setUp();
    arrive();
    snapshots.getState().play();
    vi.advanceTimersByTime(1000);
    snapshots.getState().pause();
    const paused = step();
    vi.advanceTimersByTime(5000);
    expect(step()).toBe(paused);
    snapshots.getState().play();
    snapshots.getState().forward();
    expect(snapshots.getState().playing).toBe(false);
  });
});
