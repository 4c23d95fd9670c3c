import { leaksNotJudged } from "../../ledger/index.ts";
import type { Fault, Snapshot } from "../../ledger/snapshot.ts";
import { pageLink, type RunState } from "../../state/index.ts";
import { formatBytes, plural } from "../parts/format.ts";
import { limitSentence } from "../parts/limit-sentence.ts";
import { Prose } from "../parts/Prose.tsx";
import styles from "./RunSummary.module.css";

/** What a run printed, what it left behind and what it is blamed for, in a few lines. */
export function RunSummary({ run }: { readonly run: RunState }) {
  const { phase, snapshot, failure, problems, outcome } = run;
  if (phase === "idle")
    return <p className={styles.empty}>Run it to see what it prints, and what it does to memory.</p>;
  const limit = limitSentence(snapshot?.end ?? null);
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
      {snapshot && snapshot.console.length > 0 && (
        <ul className={styles.output} aria-label="Output">
          {snapshot.console.map(({ text, level }, index) => (
            <li key={index} data-level={level}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {snapshot?.end?.error && snapshot.end.status !== "timed-out" && (
        <p className={styles.thrown}>
          uncaught {snapshot.end.error.name}: {snapshot.end.error.message}
        </p>
      )}
      {phase === "ended" && snapshot && (
        <>
          <p className={styles.totals}>
            {outcome === "stopped" && "Stopped. "}
            {limit !== null && `${limit} `}
            {plural(snapshot.totals.calls, "call")} into C, {formatBytes(snapshot.totals.bytesCopied)} copied,{" "}
            {leaked(snapshot)}
            {snapshot.faults.length === 0 ? "no fault" : plural(snapshot.faults.length, "fault")}.
          </p>
          {snapshot.end && snapshot.end.leaks !== "judged" && (
            <p className={styles.totals}>
              <Prose text={leaksNotJudged(snapshot.end)} />
            </p>
          )}
          {snapshot.faults.map((fault, index) => (
            <FaultSentence key={index} fault={fault} />
          ))}
        </>
      )}
    </div>
  );
}

/** Empty when leaks were not judged: a sentence of its own says that. */
function leaked({ end, totals: { leakedBlocks, leakedBytes } }: Snapshot): string {
  if (end?.leaks !== "judged") return "";
  return leakedBlocks === 0
    ? "nothing leaked, "
    : `${plural(leakedBlocks, "block")} (${formatBytes(leakedBytes)}) leaked, `;
}

const FaultSentence = ({ fault: { code, name, message, notes, advice, location } }: { readonly fault: Fault }) => (
  <div className={styles.fault}>
    <p>
      <a href={pageLink("fault", code)}>
        <b>{code}</b> {name}
      </a>
      {location.typescript && ` at line ${location.typescript.line}`}
      {location.c && `, in C at ${location.c.file}:${location.c.line}, in ${location.c.function}`}
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
