import { useMemo } from "react";
import { EventKind } from "../../contract/trace.ts";
import type { Ledger, Moment, Where } from "../../ledger/index.ts";
import { isStop } from "../../ledger/index.ts";
import { useMoment, useRun } from "../playground.ts";

/** Most events looked back over for a line. */
const FURTHEST = 64;

/** Where the program and C stand at a moment: the lines of the last event that has any. Null before the first. */
export function placeAt(ledger: Ledger, moment: Moment): Where | null {
  let index = moment.step - 1;
  while (index > 0 && !isStop(ledger.trace, index)) index -= 1;
  for (let i = 0; i < FURTHEST && index >= 0; i += 1, index -= 1) {
    const where = ledger.where(index);
    if (where.typescript || where.c) return where;
    if (ledger.trace.event(index).kind === EventKind.End) return null;
  }
  return null;
}

/** Where the program stands at the moment on screen; null while that is the newest one, for nothing stands there any more. */
export function usePlaceNow(): Where | null {
  const ledger = useRun((run) => run.ledger);
  const moment = useMoment((state) => (state.following ? null : state.moment));
  return useMemo(() => (ledger && moment ? placeAt(ledger, moment) : null), [ledger, moment]);
}
