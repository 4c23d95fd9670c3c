import { Tabs } from "@base-ui/react/tabs";
import { lazy, Suspense, useMemo } from "react";
import type { CourseEntry, LessonFiles } from "../../course/catalogue.ts";
import { crossedLines, marksOf, reachedLines } from "../editor/marks.ts";
import { SourceView } from "../editor/SourceView.tsx";
import { Empty } from "../parts/Empty.tsx";
import { useWide } from "../parts/use-wide.ts";
import { useProgram, useRun } from "../playground.ts";
import { PROGRAM, RUST, useView } from "../view.ts";
import { Notices } from "./Notices.tsx";
import { ProgramMenu } from "./ProgramMenu.tsx";
import { RunButton } from "./RunButton.tsx";
import styles from "./Workbench.module.css";

const MonacoEditor = lazy(() => import("../editor/MonacoEditor.tsx"));
const PlainEditor = lazy(() => import("../editor/PlainEditor.tsx"));

interface Props {
  readonly entry: CourseEntry;
  readonly files: LessonFiles;
}

/** The program, and beside it, over the boundary, the C it calls. */
export function Files({ entry, files: { programs, markup } }: Props) {
  const wide = useWide();
  const file = useView((view) => view.file);
  const openFile = useView((view) => view.openFile);
  const reveal = useView((view) => view.reveal);
  const moment = useRun((run) => run.moment);
  const ledger = useRun((run) => run.ledger);
  const here = (name: string) => (reveal?.file === name ? reveal : null);

  return (
    <Tabs.Root
      className={`${styles.pane} ${styles.files}`}
      value={file}
      onValueChange={(value) => openFile(String(value))}
    >
      <div className={styles.bar}>
        <Tabs.List className={styles.tabs} aria-label="Files">
          <Tabs.Tab className={styles.tab} value={PROGRAM} data-side="typescript">
            {PROGRAM}
          </Tabs.Tab>
          <span className={styles.boundary} aria-hidden="true" />
          {programs.sources.map(({ path }) => (
            <Tabs.Tab className={styles.tab} key={path} value={path} data-side="c">
              {path}
            </Tabs.Tab>
          ))}
          <span className={styles.gap} aria-hidden="true" />
          <Tabs.Tab className={styles.tab} value={RUST}>
            {RUST}
          </Tabs.Tab>
        </Tabs.List>
        <div className={styles.tools}>
          <SavedState />
          <ProgramMenu mistakes={programs.mistakes} />
          {wide && <RunButton />}
        </div>
      </div>
      <Notices />
      {/* Kept when another file is open: an editor that is thrown away forgets its history. */}
      <Tabs.Panel className={styles.content} value={PROGRAM} keepMounted tabIndex={-1}>
        <Suspense fallback={<Empty>Loading the editor…</Empty>}>
          <ProgramEditor path={`${entry.slug}/${PROGRAM}`} wide={wide} reveal={here(PROGRAM)} />
        </Suspense>
      </Tabs.Panel>
      {programs.sources.map(({ path }, index) => (
        <Tabs.Panel className={styles.content} key={path} value={path} tabIndex={-1}>
          <SourceView
            label={`${path}, the library in C`}
            side="c"
            lines={markup.sources[index] ?? []}
            reveal={here(path)}
            {...reachedLines(path, ledger, moment)}
          />
        </Tabs.Panel>
      ))}
      <Tabs.Panel className={styles.content} value={RUST} tabIndex={-1}>
        <SourceView label="The same boundary in Rust" side="rust" lines={markup.rust} reveal={null} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

interface ProgramEditorProps {
  readonly path: string;
  readonly wide: boolean;
  readonly reveal: { readonly line: number; readonly column: number; readonly turn: number } | null;
}

function ProgramEditor({ path, wide, reveal }: ProgramEditorProps) {
  const text = useProgram((program) => program.text);
  const setText = useProgram((program) => program.setText);
  const save = useProgram((program) => program.save);
  const run = useRun((state) => state.run);
  const phase = useRun((state) => state.phase);
  const moment = useRun((state) => state.moment);
  const ledger = useRun((state) => state.ledger);
  const problems = useRun((state) => state.problems);
  // While a run lasts it changes with every frame; the editor's marks need only its end.
  const settled = phase === "ended" ? moment : null;
  const marks = useMemo(() => marksOf(settled, problems), [settled, problems]);
  const crossed = useMemo(() => crossedLines(ledger, settled), [ledger, settled]);

  const Editor = wide ? MonacoEditor : PlainEditor;
  return (
    <Editor
      path={path}
      text={text}
      marks={marks}
      crossed={crossed}
      reveal={reveal}
      onChange={setText}
      onRun={() => void run()}
      onSave={save}
    />
  );
}

function SavedState() {
  const saved = useProgram((program) => program.saved);
  return (
    <span className={styles.saved} role="status">
      {saved === "unsaved" ? "Not saved yet" : saved === "not-kept" ? "Cannot be saved" : ""}
    </span>
  );
}
