import { useState } from "react";
import type { CourseEntry } from "../../course/catalogue.ts";
import { LessonPane } from "../lesson/LessonPane.tsx";
import { Boundary } from "../parts/Boundary.tsx";
import { loadedPart } from "../parts/loaded-part.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useRun } from "../playground.ts";
import { useView, type NarrowTab } from "../view.ts";
import { RunButton } from "../workbench/RunButton.tsx";
import { CourseList } from "./CourseList.tsx";
import { Header } from "./Header.tsx";
import styles from "./Lesson.module.css";

/** What is not needed to read loads after the text is on screen. */
const Drawer = loadedPart("The list of lessons", () => import("./Drawer.tsx"));
const Workbench = loadedPart("The editor with its results", () => import("../workbench/Workbench.tsx"));

interface Props {
  readonly entry: CourseEntry;
  readonly heading: string | null;
}

/** One panel at a time, with the way to the others at the thumb. */
export function NarrowLesson({ entry, heading }: Props) {
  const [listOpen, setListOpen] = useState(false);
  const [listWanted, setListWanted] = useState(false);
  const lesson = useLoaded(`lesson ${entry.slug}`, entry.loadLesson);
  const loaded = lesson.state === "loaded" ? lesson.value : null;
  const tab = useView((view) => view.narrow);
  const open = useView((view) => view.openNarrow);
  const openResult = useView((view) => view.openResult);
  const faults = useRun((run) => run.snapshot?.faults.length ?? 0);
  const showList = (): void => {
    setListWanted(true);
    setListOpen(true);
  };
  const leaveList = (): void => {
    setListOpen(false);
    open("lesson");
  };
  const tabs: readonly { readonly tab: NarrowTab; readonly label: string }[] = [
    { tab: "lesson", label: "Lesson" },
    { tab: "code", label: "Code" },
    { tab: "results", label: "Results" },
  ];

  return (
    <div className={styles.page}>
      <Header listOpen={listOpen} onToggleList={showList}>
        <RunButton onRun={() => openResult("output")} />
      </Header>
      {listWanted && (
        <Drawer open={listOpen} onOpenChange={setListOpen}>
          <CourseList lesson={loaded} onChoose={leaveList} />
        </Drawer>
      )}
      <main className={styles.narrow}>
        {tab === "lesson" ? (
          <Boundary name="The text of this lesson">
            <LessonPane lesson={lesson} heading={heading} />
          </Boundary>
        ) : (
          <div className={styles.workbench}>
            <h1 className="visually-hidden">{entry.title}</h1>
            <Boundary name="The editor with its results">
              <Workbench entry={entry} />
            </Boundary>
          </div>
        )}
      </main>
      <nav className={styles.bottom} aria-label="Panels">
        {tabs.map(({ tab: name, label }) => (
          <button key={name} type="button" aria-current={tab === name ? "true" : undefined} onClick={() => open(name)}>
            {label}
            {name === "results" && faults > 0 && (
              <span className={styles.badge}>
                {faults}
                <span className="visually-hidden"> {faults === 1 ? "fault" : "faults"}</span>
              </span>
            )}
          </button>
        ))}
      </nav>
    </div>
  );
}
