import { useState } from "react";
import { FAULTS } from "../../contract/faults.ts";
import type { LessonPrograms } from "../../contract/lesson.ts";
import type { Fault } from "../../ledger/moment.ts";
import { pageLink } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { plural } from "../parts/format.ts";
import { BlockLink, CLine, ProgramLine } from "../parts/links.tsx";
import { Prose } from "../parts/Prose.tsx";
import { PROGRAM, useView } from "../view.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { useMoment } from "../playground.ts";
import { CodeFrame } from "./CodeFrame.tsx";
import { MomentLinks } from "./MomentLinks.tsx";
import styles from "./Faults.module.css";

interface Props {
  readonly fault: Fault;
  /** The program's text as it was when this run began. */
  readonly program: string;
  readonly sources: LessonPrograms["sources"];
}

/** Reports drawn at first, the earliest, and added at each wish: one wrong line in a loop is wrong a thousand times. */
const PAGE = 50;

/** Every fault as a good compiler would write it. */
export default function Faults({ ledger, moment, files }: PanelProps) {
  const program = useView((view) => view.ranText);
  const { sources } = files.programs;
  const [shown, setShown] = useState(PAGE);
  const nextFault = useMoment((state) => state.nextFault);
  const later = ledger.faultEvents.length - moment.faults.length;
  if (moment.faults.length === 0) {
    return (
      <>
        <Empty>
          {moment.end
            ? "No fault: everything that was used was valid, and what had to be released was."
            : "No fault so far."}
        </Empty>
        {later > 0 && (
          <p className={styles.later}>
            <Button onClick={nextFault}>Go to the first of {plural(later, "later fault")}</Button>
          </p>
        )}
      </>
    );
  }
  return (
    <ol className={styles.list} tabIndex={0} aria-label="Faults, scrollable">
      {moment.faults.slice(0, shown).map((fault, index) => (
        <li key={index}>
          <FaultReport fault={fault} program={program} sources={sources} />
        </li>
      ))}
      {moment.faults.length > shown && (
        <li>
          <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
            Show more: {plural(moment.faults.length - shown, "later fault")}
          </Button>
        </li>
      )}
    </ol>
  );
}

function FaultReport({ fault, program, sources }: Props) {
  const { typescript, c } = fault.where;
  return (
    <article className={styles.fault} aria-label={`${fault.code} ${fault.name}`}>
      <h2>
        <a href={pageLink("fault", fault.code)} title={`What ${fault.name} means`}>
          <span className={styles.code}>{fault.code}</span> <span className={styles.name}>{fault.name}</span>
        </a>
        <span className={styles.title}>{FAULTS[fault.code].title}</span>
      </h2>
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
      <MomentLinks fault={fault} />
    </article>
  );
}
