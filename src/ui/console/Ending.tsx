import type { Moment } from "../../ledger/moment.ts";
import { formatBytes, plural } from "../parts/format.ts";
import { ProgramLine } from "../parts/links.tsx";
import { PROGRAM, useView } from "../view.ts";
import styles from "./Output.module.css";

interface Props {
  readonly moment: Moment;
  readonly end: NonNullable<Moment["end"]>;
}

/** The last lines of the output: how the program ended, and what it left behind. */
export function Ending({ moment, end }: Props) {
  const open = useView((view) => view.openResult);
  const { totals, faults } = moment;
  return (
    <footer className={styles.ending}>
      {end.error && (
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
        {SENTENCE[end.status]} {plural(totals.calls, "call")} into C, {formatBytes(totals.bytesCopied)} copied
        {totals.leakedBlocks === 0 ? ", nothing leaked" : ""}.{" "}
        {faults.length > 0 && (
          <button type="button" className={styles.faults} onClick={() => open("faults")}>
            {plural(faults.length, "fault")}
            {totals.leakedBlocks > 0 && `, ${formatBytes(totals.leakedBytes)} leaked`}
          </button>
        )}
      </p>
    </footer>
  );
}

const SENTENCE = {
  completed: "Finished.",
  threw: "Ended by an exception.",
  "timed-out": "Stopped before its end.",
  refused: "Refused.",
} as const;
