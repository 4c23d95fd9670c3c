import { FlaskConical } from "lucide-react";
import { useMemo } from "react";
import type { Crossing, Ledger } from "../../ledger/index.ts";
import { NO_CONDITIONS, type ChosenConditions } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { plural } from "../parts/format.ts";
import { ProgramLine } from "../parts/links.tsx";
import { useSnapshot, useRun } from "../playground.ts";
import { PROGRAM } from "../view.ts";
import { hasNone, ORDINALS } from "./conditions.ts";
import styles from "./ConditionsBanner.module.css";

/** What the run on screen met because its reader asked for it: nobody shall take that for the program's own doing. */
export function ConditionsBanner() {
  const met = useRun((run) => run.conditions);
  const ledger = useRun((run) => run.ledger);
  const next = useRun((run) => run.chosenConditions);
  const set = useRun((run) => run.chooseConditions);
  const snapshot = useSnapshot((state) => state.snapshot);
  const step = snapshot?.step ?? 0;
  const refused = useMemo(
    () => (ledger && met && met.failMalloc !== null ? refusedAllocation(ledger, step) : null),
    [ledger, met, step],
  );
  const grown = ledger && met?.growMemory === true ? ledger.growths(step) : 0;
  const now = met !== null && !hasNone(met) ? met : null;
  if (!now && hasNone(next)) return null;
  const same = now !== null && sameConditions(now, next);
  return (
    <div className={styles.conditions} role="note" aria-label="Experiments">
      <FlaskConical size={15} aria-hidden="true" />
      <p>
        {now && (
          <>
            <b>This run was an experiment.</b>{" "}
            {now.growMemory && `Memory grew at each allocation, ${plural(grown, "time")} so far. `}
            {now.reuseAtOnce && "Freed memory was given out again at once. "}
            {now.failMalloc !== null && refused && (
              <>
                C’s {ORDINALS[now.failMalloc] ?? ""} malloc failed on request
                {refused.typescript && (
                  <>
                    , at{" "}
                    <ProgramLine file={PROGRAM} line={refused.typescript.line} column={refused.typescript.column} />
                  </>
                )}
                .{" "}
              </>
            )}
            {now.failMalloc !== null &&
              !refused &&
              `C’s ${ORDINALS[now.failMalloc] ?? ""} malloc fails on request; no call of malloc by the program itself has been refused so far. `}
          </>
        )}
        {!same &&
          (hasNone(next)
            ? "The next run is none."
            : `The next run ${now ? "is another" : "is an experiment"}: ${wordsOf(next)}.`)}
      </p>
      {!hasNone(next) && (
        <Button look="quiet" onClick={() => set(NO_CONDITIONS)}>
          Switch off
        </Button>
      )}
    </div>
  );
}

const sameConditions = (a: ChosenConditions, b: ChosenConditions): boolean =>
  a.growMemory === b.growMemory && a.reuseAtOnce === b.reuseAtOnce && a.failMalloc === b.failMalloc;

const wordsOf = ({ growMemory, reuseAtOnce, failMalloc }: ChosenConditions): string =>
  [
    growMemory ? "memory grows at each allocation" : "",
    reuseAtOnce ? "freed memory is given out again at once" : "",
    failMalloc !== null ? `C’s ${ORDINALS[failMalloc] ?? ""} malloc fails` : "",
  ]
    .filter((words) => words !== "")
    .join("; ");

/** Crossings looked through: what an experiment did shows early. */
const MOST_CROSSINGS = 2000;

const ALLOCATORS = ["malloc", "calloc", "realloc"];

/** The program's own call of malloc that was refused by a step; null when none was. */
function refusedAllocation(ledger: Ledger, step: number): Crossing | null {
  const count = Math.min(MOST_CROSSINGS, ledger.crossings(step));
  for (let index = 0; index < count; index += 1) {
    if (!ALLOCATORS.includes(ledger.crossingKey(index).function)) continue;
    const crossing = ledger.crossing(index, step);
    if (crossing.result?.kind === "pointer" && crossing.result.address === 0) return crossing;
  }
  return null;
}
