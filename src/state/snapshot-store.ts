import { createStore, type StoreApi } from "zustand/vanilla";
import type { Ledger } from "../ledger/index.ts";
import { isStop, nextStop, previousStop } from "../ledger/stops.ts";
import type { Snapshot } from "../ledger/snapshot.ts";
import type { RunState } from "./run-store.ts";

/** The one snapshot that every panel shows. */
export interface SnapshotState {
  /** Null before the first event of a run. */
  readonly snapshot: Snapshot | null;
  /** Number of events that have arrived: the last step there is to go to. */
  readonly length: number;
  /** The newest snapshot is shown, and goes on being shown while a run lasts. */
  readonly following: boolean;
  readonly playing: boolean;
  /** Shows the snapshot after `step` events; outside of the run, its nearest end. */
  goTo(step: number): void;
  /** As `goTo`, but at the next step that leaves nothing half said. */
  goNear(step: number): void;
  /** The newest snapshot, from now on. */
  follow(): void;
  forward(): void;
  back(): void;
  /** To the begin of the next or the previous crossing. */
  nextCrossing(): void;
  previousCrossing(): void;
  /** To the next or the previous fault, and round. Without any nothing changes. */
  nextFault(): void;
  previousFault(): void;
  /** Goes forward by itself, from the beginning when it stands at the end. */
  play(): void;
  pause(): void;
}

/** Pause between two steps of a playing run, in milliseconds. */
const PLAY_EVERY_MS = 450;
/** A long run plays in about this many steps, quicker ones. */
const PLAY_STEPS = 400;
const PLAY_LONG_EVERY_MS = 60;
/** From so many events on a run is long. */
const LONG = 600;

const EMPTY = { snapshot: null, length: 0, following: true, playing: false } as const;

/** Follows the runs of a run store, until the reader goes to another snapshot. */
export function createSnapshotStore(runs: StoreApi<RunState>): StoreApi<SnapshotState> & { dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ledgerNow = (): Ledger | null => runs.getState().ledger;

  const store = createStore<SnapshotState>((set, get) => {
    const stand = (step: number): void => {
      const ledger = ledgerNow();
      if (!ledger) return;
      const now = Math.max(0, Math.min(Math.round(step), ledger.length));
      set({ snapshot: ledger.at(now), length: ledger.length, following: now === ledger.length });
    };
    const walk = (next: (ledger: Ledger, step: number) => number | undefined): void => {
      get().pause();
      const ledger = ledgerNow();
      const { snapshot } = get();
      if (!ledger || !snapshot) return;
      const step = next(ledger, snapshot.step);
      if (step !== undefined) stand(step);
    };
    const begins = (ledger: Ledger, index: number): number | undefined =>
      index >= 0 && index < ledger.crossings(ledger.length) ? ledger.crossing(index).event + 1 : undefined;
    const tick = (): void => {
      const ledger = ledgerNow();
      const { snapshot, playing } = get();
      if (!ledger || !snapshot || !playing) return;
      const { length } = ledger;
      const long = length >= LONG;
      const from = long ? snapshot.step - 1 + Math.ceil(length / PLAY_STEPS) : snapshot.step;
      stand(nextStop(ledger, Math.min(from, length)));
      const done = get().snapshot?.step === ledger.length && runs.getState().phase === "ended";
      if (done) set({ playing: false });
      else timer = setTimeout(tick, long ? PLAY_LONG_EVERY_MS : PLAY_EVERY_MS);
    };

    return {
      ...EMPTY,
      goTo(step) {
        get().pause();
        stand(step);
      },
      goNear(step) {
        walk((ledger) => (isStop(ledger, step) ? step : nextStop(ledger, step)));
      },
      follow() {
        get().pause();
        stand(Number.POSITIVE_INFINITY);
      },
      forward: () => walk(nextStop),
      back: () => walk(previousStop),
      nextCrossing: () => walk((ledger, step) => begins(ledger, ledger.crossings(step)) ?? ledger.length),
      previousCrossing: () =>
        walk((ledger, step) => {
          // Standing right at a begin means that one has been seen.
          const last = ledger.crossings(step) - 1;
          const at = begins(ledger, last);
          return at !== undefined && at < step ? at : (begins(ledger, last - 1) ?? 0);
        }),
      nextFault: () =>
        walk(({ faultEvents }, step) => stepAfter(faultEvents.find((event) => event >= step) ?? faultEvents[0])),
      previousFault: () =>
        walk(({ faultEvents }, step) =>
          stepAfter(faultEvents.findLast((event) => event < step - 1) ?? faultEvents.at(-1)),
        ),
      play() {
        const { snapshot, length, playing } = get();
        if (playing || !snapshot) return;
        if (snapshot.step >= length) stand(0);
        set({ playing: true, following: false });
        timer = setTimeout(tick, PLAY_EVERY_MS);
      },
      pause() {
        clearTimeout(timer);
        if (get().playing) set({ playing: false });
      },
    };
  });

  const unsubscribe = runs.subscribe((run, before) => {
    if (run.snapshot === before.snapshot && run.ledger === before.ledger) return;
    const fresh = run.ledger !== before.ledger && run.ledger !== null;
    if (run.ledger === null || fresh) clearTimeout(timer);
    const kept = run.ledger === null || fresh ? EMPTY : store.getState();
    const { following, playing } = kept;
    const snapshot = following && !playing ? run.snapshot : kept.snapshot;
    store.setState({ snapshot, length: run.snapshot?.step ?? kept.length, following, playing });
  });

  return Object.assign(store, {
    dispose() {
      unsubscribe();
      clearTimeout(timer);
    },
  });
}

const stepAfter = (event: number | undefined): number | undefined => (event === undefined ? undefined : event + 1);
