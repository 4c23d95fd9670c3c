import { memo, useRef, useState } from "react";
import type { SyntaxProblem } from "../../contract/program.ts";
import type { ConsoleLine, Snapshot } from "../../ledger/snapshot.ts";
import type { RunState } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { plural } from "../parts/format.ts";
import { ProgramLine } from "../parts/links.tsx";
import { PROGRAM } from "../view.ts";
import { Ending } from "./Ending.tsx";
import styles from "./Output.module.css";
import { useStickToEnd } from "./use-stick-to-end.ts";

export interface OutputProps {
  readonly phase: RunState["phase"];
  readonly snapshot: Snapshot | null;
  readonly problems: readonly SyntaxProblem[];
  /** The run could not begin or go on, by no doing of the program. */
  readonly failure: { readonly sentence: string; readonly library: string | null } | null;
  readonly outcome: RunState["outcome"];
  readonly onRun: () => void;
  readonly runKeys: string;
}

/** Lines drawn at first, the latest, and added at each wish: a loop can print more than a page can hold. */
const PAGE = 500;

/** Lines drawn while the program still prints: more could not be read as they pass, and drawing them takes time from the page. */
const LIVE = 60;

/** What the program printed, in order, and how it ended. */
export function Output(output: OutputProps) {
  const { phase, failure, problems, runKeys } = output;
  if (phase === "idle" && !failure && problems.length === 0) {
    return (
      <Empty>
        Press Run, or <kbd>{runKeys}</kbd> in the editor. What the program prints appears here; what it did to memory,
        in the panels beside this one.
      </Empty>
    );
  }
  return <Lines {...output} />;
}

function Lines({ phase, snapshot, problems, failure, outcome, onRun }: OutputProps) {
  const content = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(PAGE);
  const lines = snapshot?.console ?? [];
  const drawn = phase === "running" ? Math.min(shown, LIVE) : shown;
  useStickToEnd(content, end);
  return (
    <div ref={content} className={styles.output}>
      {problems.length > 0 && <Problems problems={problems} />}
      {lines.length > drawn && phase !== "running" && (
        <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
          Show more: {plural(lines.length - shown, "earlier line")}
        </Button>
      )}
      <ol className={styles.lines} aria-label="Output of the program">
        {lines.slice(-drawn).map((line) => (
          <Line key={line.event} line={line} />
        ))}
      </ol>
      {phase === "compiling" && <p className={styles.state}>Compiling the program…</p>}
      {phase === "loading" && <p className={styles.state}>Loading the C library…</p>}
      {phase === "running" && <p className={styles.state}>Running…</p>}
      {failure && (
        <div className={styles.failure} role="alert">
          <p>{failure.sentence}</p>
          <Button onClick={onRun}>Try again</Button>
        </div>
      )}
      {phase === "ended" && outcome === "stopped" && !snapshot && (
        <p className={styles.state}>Stopped before it began.</p>
      )}
      {snapshot?.end && <Ending snapshot={snapshot} end={snapshot.end} outcome={outcome} />}
      <div ref={end} />
    </div>
  );
}

const WORD: Partial<Record<ConsoleLine["level"], string>> = { warn: "warning", error: "error", debug: "debug" };

const Line = memo(function Line({ line }: { readonly line: ConsoleLine }) {
  const word = WORD[line.level];
  return (
    <li className={styles.line} data-level={line.level}>
      <span className={styles.text}>
        {word !== undefined && <span className={styles.level}>{word} </span>}
        {line.text}
      </span>
      {line.typescript && (
        <ProgramLine file={PROGRAM} line={line.typescript.line} column={line.typescript.column}>
          {String(line.typescript.line)}
        </ProgramLine>
      )}
    </li>
  );
});

const Problems = ({ problems }: { readonly problems: readonly SyntaxProblem[] }) => (
  <div className={styles.failure} role="alert">
    <p>
      {problems.every(({ parses }) => parses)
        ? "The program was not run:"
        : "The program was not run, because it cannot be read as TypeScript:"}
    </p>
    <ul>
      {problems.map((problem, index) => (
        <li key={index}>
          <ProgramLine file={PROGRAM} line={problem.line} column={problem.column} />: {problem.message}
        </li>
      ))}
    </ul>
  </div>
);
