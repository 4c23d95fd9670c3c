import type { Fault } from "../../ledger/moment.ts";
import { pageLink, type RunState } from "../../state/index.ts";
import { formatBytes, plural } from "../parts/format.ts";
import { Prose } from "../parts/Prose.tsx";
import styles from "./RunSummary.module.css";

/** What a run printed, what it left behind and what it is blamed for, in a few lines. */
export function RunSummary({ run }: { readonly run: RunState }) {
  const { phase, moment, failure, problems, outcome } = run;
  if (phase === "idle")
    return <p className={styles.empty}>Run it to see what it prints, and what it does to memory.</p>;
  const [problem] = problems;
  if (problem) {
    return (
      <p className={styles.empty} role="alert">
        Line {problem.line}: {problem.message}
      </p>
    );
  }
  return (
    <div className={styles.summary} aria-live="polite" aria-busy={phase !== "ended"}>
      {failure && <p role="alert">{failure.sentence}</p>}
      {moment && moment.console.length > 0 && (
        <ul className={styles.output} aria-label="Output">
          {moment.console.map(({ text, level }, index) => (
            <li key={index} data-level={level}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {moment?.end?.error && (
        <p className={styles.thrown}>
          uncaught {moment.end.error.name}: {moment.end.error.message}
        </p>
      )}
      {phase === "ended" && moment && (
        <>
          <p className={styles.totals}>
            {outcome === "stopped" && "Stopped. "}
            {outcome === "timed-out" && "It took too long and was stopped. "}
            {plural(moment.totals.calls, "call")} into C, {formatBytes(moment.totals.bytesCopied)} copied,{" "}
            {moment.totals.leakedBlocks === 0
              ? "nothing leaked"
              : `${plural(moment.totals.leakedBlocks, "block")} (${formatBytes(moment.totals.leakedBytes)}) leaked`}
            , {moment.faults.length === 0 ? "no fault" : plural(moment.faults.length, "fault")}.
          </p>
          {moment.faults.map((fault, index) => (
            <FaultSentence key={index} fault={fault} />
          ))}
        </>
      )}
    </div>
  );
}

const FaultSentence = ({ fault: { code, name, message, notes, advice, where } }: { readonly fault: Fault }) => (
  <div className={styles.fault}>
    <p>
      <a href={pageLink("fault", code)}>
        <b>{code}</b> {name}
      </a>
      {where.typescript && ` at line ${where.typescript.line}`}
      {where.c && `, in C at ${where.c.file}:${where.c.line}, in ${where.c.function}`}
    </p>
    <p>
      <Prose text={message} />
    </p>
    {notes.map((note, index) => (
      <p key={index}>
        <Prose text={note} />
      </p>
    ))}
    <p className={styles.advice}>
      <Prose text={advice} />
    </p>
  </div>
);
