import { useMemo } from "react";
import type { Ledger, Snapshot, CodeLocation } from "../../ledger/index.ts";
import { subjectOf } from "../../ledger/index.ts";
import { useSnapshot, useRun } from "../playground.ts";

/** Most events looked back over for a line. */
const FURTHEST = 64;

/** Where the program and C stand in a snapshot: the lines of the last event that has any. Null before the first. */
export function locationAt(ledger: Ledger, snapshot: Snapshot): CodeLocation | null {
  let index = subjectOf(ledger, snapshot.step);
  for (let i = 0; i < FURTHEST && index >= 0; i += 1, index -= 1) {
    const location = ledger.location(index);
    if (location.typescript || location.c) return location;
    if (ledger.event(index).kind === "end") return null;
  }
  return null;
}

/** Where the program stands at the snapshot on screen; null while that is the newest one, for nothing stands there any more. */
export function useLocationNow(): CodeLocation | null {
  const ledger = useRun((run) => run.ledger);
  const snapshot = useSnapshot((state) => (state.following ? null : state.snapshot));
  return useMemo(() => (ledger && snapshot ? locationAt(ledger, snapshot) : null), [ledger, snapshot]);
}
