import { FlaskConical } from "lucide-react";
import { Fragment, useMemo } from "react";
import { MOST_GROWTHS } from "../../contract/run.ts";
import type { Crossing } from "../../ledger/index.ts";
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
    () => (ledger?.refusals(step) ?? []).flatMap(({ crossing }) => crossing ?? []),
    [ledger, step],
  );
  const grown = useMemo(() => ledger?.growths(step) ?? 0, [ledger, step]);
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
            {now.growMemory &&
              `Memory grows at each of the first ${MOST_GROWTHS} allocations of a library, ${plural(grown, "time")} so far. `}
            {now.reuseAtOnce && "Freed memory is given out again at once. "}
            {now.failMalloc !== null &&
              refused.length === 0 &&
              `${failure(now.failMalloc)} fails on request; it has not come to that so far. `}
            {now.failMalloc !== null && refused.length > 0 && (
              <>
                {failure(now.failMalloc)} failed on request, in{" "}
                {refused.map((crossing, index) => (
                  <Fragment key={crossing.index}>
                    {index > 0 && ", and in "}
                    <Where crossing={crossing} />
                  </Fragment>
                ))}
                .{" "}
              </>
            )}
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

/** The allocation that is to fail, as a sentence begins. */
const failure = (nth: number): string => `C’s ${ORDINALS[nth] ?? ""} malloc`;

/** The call in which it failed, and its line. */
const Where = ({ crossing: { function: name, typescript } }: { readonly crossing: Crossing }) => (
  <>
    <code>{name}</code>
    {typescript && (
      <>
        {" "}
        at <ProgramLine file={PROGRAM} line={typescript.line} column={typescript.column} />
      </>
    )}
  </>
);

const sameConditions = (a: ChosenConditions, b: ChosenConditions): boolean =>
  a.growMemory === b.growMemory && a.reuseAtOnce === b.reuseAtOnce && a.failMalloc === b.failMalloc;

const wordsOf = ({ growMemory, reuseAtOnce, failMalloc }: ChosenConditions): string =>
  [
    growMemory ? "memory grows at each allocation" : "",
    reuseAtOnce ? "freed memory is given out again at once" : "",
    failMalloc !== null ? `${failure(failMalloc)} fails` : "",
  ]
    .filter((words) => words !== "")
    .join("; ");
