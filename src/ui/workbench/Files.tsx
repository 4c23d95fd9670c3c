import { Tabs } from "@base-ui/react/tabs";
import { useMemo } from "react";
import type { CourseEntry, LessonFiles } from "../../course/catalogue.ts";
import type { Snapshot } from "../../ledger/snapshot.ts";
import { crossedLines, marksOf, reachedLines } from "../editor/marks.ts";
import { SourceView } from "../editor/SourceView.tsx";
import { Boundary } from "../parts/Boundary.tsx";
import { Empty } from "../parts/Empty.tsx";
import { loadedPart } from "../parts/loaded-part.tsx";
import { SkipEditor } from "../parts/SkipEditor.tsx";
import { useWide } from "../parts/use-wide.ts";
import { useHighlighted } from "../parts/highlight.ts";
import { useLocationNow } from "../parts/location-now.ts";
import { useSnapshot, useProgram, useRun } from "../playground.ts";
import { PROGRAM, RUST, useView } from "../view.ts";
import { ConditionsMenu } from "./ConditionsMenu.tsx";
import { Notices } from "./Notices.tsx";
import { ProgramMenu } from "./ProgramMenu.tsx";
import { RunButton } from "./RunButton.tsx";
import styles from "./Workbench.module.css";

const WAITING = <Empty>Loading the editor…</Empty>;
const MonacoEditor = loadedPart("The editor", () => import("../editor/MonacoEditor.tsx"), WAITING);
const PlainEditor = loadedPart("The editor", () => import("../editor/PlainEditor.tsx"), WAITING);

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
  const snapshot = useRun((run) => run.snapshot);
  const ledger = useRun((run) => run.ledger);
  const now = useLocationNow()?.c ?? null;
  const { cLines } = useHighlighted();
  const highlightedIn = (path: string): ReadonlySet<number> =>
    new Set([...cLines].flatMap((at) => (at.startsWith(`${path}:`) ? Number(at.slice(path.length + 1)) : [])));
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
              {now?.file === path && <span className={styles.here} title={`The moment on screen: line ${now.line}`} />}
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
          {wide && <ConditionsMenu />}
          {wide && <RunButton />}
          {wide && <SkipEditor />}
        </div>
      </div>
      <Notices />
      {/* Kept when another file is open: an editor that is thrown away forgets its history. */}
      <Tabs.Panel className={styles.content} value={PROGRAM} keepMounted tabIndex={-1}>
        <Boundary name="The editor" shows={[wide]}>
          <ProgramEditor path={`${entry.slug}/${PROGRAM}`} library={entry.library} wide={wide} reveal={here(PROGRAM)} />
        </Boundary>
      </Tabs.Panel>
      {programs.sources.map(({ path }, index) => (
        <Tabs.Panel className={styles.content} key={path} value={path} tabIndex={-1}>
          <Boundary name={path} shows={[ledger]}>
            <SourceView
              label={`${path}, the library in C`}
              side="c"
              lines={markup.sources[index] ?? []}
              reveal={here(path)}
              now={now?.file === path ? now.line : null}
              highlighted={highlightedIn(path)}
              {...reachedLines(path, ledger, snapshot)}
            />
          </Boundary>
        </Tabs.Panel>
      ))}
      <Tabs.Panel className={styles.content} value={RUST} tabIndex={-1}>
        <SourceView label="The same boundary in Rust" side="rust" lines={markup.rust} reveal={null} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

const NONE: Snapshot["faults"] = [];

interface ProgramEditorProps {
  readonly path: string;
  readonly library: string;
  readonly wide: boolean;
  readonly reveal: { readonly line: number; readonly column: number; readonly turn: number } | null;
}

function ProgramEditor({ path, library, wide, reveal }: ProgramEditorProps) {
  const text = useProgram((program) => program.text);
  const setText = useProgram((program) => program.setText);
  const save = useProgram((program) => program.save);
  const run = useRun((state) => state.run);
  const phase = useRun((state) => state.phase);
  const last = useRun((state) => state.snapshot);
  const snapshot = useSnapshot((state) => state.snapshot);
  const ledger = useRun((state) => state.ledger);
  const problems = useRun((state) => state.problems);
  const now = useLocationNow()?.typescript?.line ?? null;
  const { lines } = useHighlighted();
  const hoverTarget = useView((view) => view.setHoverTarget);
  // While a run lasts it changes with every frame; the editor's marks need only its end.
  const faults = phase === "ended" && snapshot ? snapshot.faults : NONE;
  const settled = phase === "ended" ? last : null;
  const marks = useMemo(() => marksOf(faults, problems), [faults, problems]);
  const crossed = useMemo(() => crossedLines(ledger, settled), [ledger, settled]);

  const Editor = wide ? MonacoEditor : PlainEditor;
  return (
    <Editor
      path={path}
      library={library}
      text={text}
      marks={marks}
      crossed={crossed}
      reveal={reveal}
      now={now}
      highlighted={lines}
      onHoverLine={(line) => hoverTarget(line === null ? null : { kind: "line", line })}
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
