import { leaksNotJudged } from "../../ledger/index.ts";
import type { Snapshot } from "../../ledger/snapshot.ts";
import type { RunState } from "../../state/index.ts";
import { formatBytes, plural } from "../parts/format.ts";
import { limitSentence } from "../parts/limit-sentence.ts";
import { Prose } from "../parts/Prose.tsx";
import { ProgramLine } from "../parts/links.tsx";
import { PROGRAM, useView } from "../view.ts";
import styles from "./Output.module.css";

interface Props {
  readonly snapshot: Snapshot;
  readonly end: NonNullable<Snapshot["end"]>;
  readonly outcome: RunState["outcome"];
}

/** The last lines of the output: how the program ended, and what it left behind. */
export function Ending({ snapshot, end, outcome }: Props) {
  const open = useView((view) => view.openResult);
  const { totals, faults } = snapshot;
  return (
    <footer className={styles.ending}>
      {end.error && end.status !== "timed-out" && (
        <p className={styles.thrown}>
          <span className={styles.level}>uncaught </span>
          {end.error.name}: {end.error.message}
          {end.error.line !== null && (
            <>
              {" "}
              at <ProgramLine file={PROGRAM} line={end.error.line} />
            </>
          )}
        </p>
      )}
      <p>
        {sentence(end, outcome)} {plural(totals.calls, "call")} into C, {formatBytes(totals.bytesCopied)} copied
        {end.leaks === "judged" && totals.leakedBlocks === 0 && ", nothing leaked"}.{" "}
        {faults.length > 0 && (
          <button type="button" className={styles.faults} onClick={() => open("faults")}>
            {plural(faults.length, "fault")}
            {totals.leakedBlocks > 0 && `, ${formatBytes(totals.leakedBytes)} leaked`}
          </button>
        )}
      </p>
      {end.leaks !== "judged" && (
        <p>
          <Prose text={leaksNotJudged(end)} />
        </p>
      )}
    </footer>
  );
}

/** The outcome knows who ended the run; the trace's own end, how the program did. */
function sentence(end: Props["end"], outcome: Props["outcome"]): string {
  if (outcome === "stopped") return "Stopped. Until then:";
  if (outcome === "failed") return "Until then:";
  const met = limitSentence(end);
  if (met !== null) return `${met} Until then:`;
  return end.status === "threw" ? "Ended by an exception." : "Finished.";
}
