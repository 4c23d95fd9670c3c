import { useState } from "react";
import { FAULTS } from "../../faults/codes.ts";
import type { LessonPrograms } from "../../contract/lesson.ts";
import type { Fault } from "../../ledger/snapshot.ts";
import { pageLink } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { plural } from "../parts/format.ts";
import { BlockLink, CLine, ProgramLine } from "../parts/links.tsx";
import { Prose } from "../parts/Prose.tsx";
import { PROGRAM } from "../view.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { useRun } from "../playground.ts";
import { CodeFrame } from "./CodeFrame.tsx";
import { SnapshotLinks } from "./SnapshotLinks.tsx";
import styles from "./Faults.module.css";

interface Props {
  readonly fault: Fault;
  /** It has not happened yet at the snapshot on screen. */
  readonly later: boolean;
  /** The program's text as it was when this run began. */
  readonly program: string;
  readonly sources: LessonPrograms["sources"];
}

/** Reports drawn at first, the earliest, and added at each wish: one wrong line in a loop is wrong a thousand times. */
const PAGE = 50;

/** Every fault as a good compiler would write it. */
export default function Faults({ snapshot, files }: PanelProps) {
  const program = useRun((run) => run.text);
  const { sources } = files.programs;
  const [shown, setShown] = useState(PAGE);
  // A report stays where it is while its reader goes to what led to it: what is still to come is marked as that.
  const faults = useRun((run) => run.snapshot?.faults) ?? snapshot.faults;
  if (faults.length === 0) {
    return (
      <Empty>
        {snapshot.end
          ? "No fault: everything that was used was valid, and what had to be released was."
          : "No fault so far."}
      </Empty>
    );
  }
  return (
    <ol className={styles.list} tabIndex={0} aria-label="Faults, scrollable">
      {faults.slice(0, shown).map((fault, index) => (
        <li key={index}>
          <FaultReport fault={fault} later={fault.event >= snapshot.step} program={program} sources={sources} />
        </li>
      ))}
      {faults.length > shown && (
        <li>
          <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
            Show more: {plural(faults.length - shown, "later fault")}
          </Button>
        </li>
      )}
    </ol>
  );
}

function FaultReport({ fault, later, program, sources }: Props) {
  const { typescript, c } = fault.location;
  return (
    <article className={styles.fault} data-later={later} aria-label={`${fault.code} ${fault.name}`}>
      <h2>
        <a href={pageLink("fault", fault.code)} title={`What ${fault.name} means`}>
          <span className={styles.code}>{fault.code}</span> <span className={styles.name}>{fault.name}</span>
        </a>
        <span className={styles.title}>{FAULTS[fault.code].title}</span>
      </h2>
      {later && <p className={styles.later}>At the moment on screen this has not happened yet.</p>}
      <p className={styles.message}>
        <Prose text={fault.message} />
        {fault.block && (
          <>
            {" "}
            <BlockLink block={fault.block.id}>{`#${fault.block.id} ${fault.block.label}`}</BlockLink>
          </>
        )}
      </p>
      <div className={styles.frames}>
        {typescript && (
          <CodeFrame
            side="typescript"
            title={
              <>
                TypeScript, <ProgramLine file={PROGRAM} line={typescript.line} column={typescript.column} />
              </>
            }
            text={program}
            span={typescript}
          />
        )}
        {c && (
          <CodeFrame
            side="c"
            title={
              <>
                C, <CLine file={c.file} line={c.line} column={c.column} /> in <code>{c.function}</code>
              </>
            }
            text={sources.find((source) => source.path === c.file)?.text ?? null}
            span={{ line: c.line }}
          />
        )}
      </div>
      {fault.notes.length > 0 && (
        <ul className={styles.notes}>
          {fault.notes.map((note, index) => (
            <li key={index}>
              <Prose text={note} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.advice}>
        <Prose text={fault.advice} />
      </p>
      <SnapshotLinks fault={fault} />
    </article>
  );
}
