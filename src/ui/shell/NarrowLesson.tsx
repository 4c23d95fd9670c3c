import { Dialog } from "@base-ui/react/dialog";
import { lazy, Suspense, useState } from "react";
import type { CourseEntry } from "../../course/catalogue.ts";
import { LessonPane } from "../lesson/LessonPane.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useRun } from "../playground.ts";
import { useView, type NarrowTab } from "../view.ts";
import { RunButton } from "../workbench/RunButton.tsx";
import { CourseList } from "./CourseList.tsx";
import { Header } from "./Header.tsx";
import styles from "./Lesson.module.css";

const Workbench = lazy(() => import("../workbench/Workbench.tsx"));

interface Props {
  readonly entry: CourseEntry;
  readonly heading: string | null;
}

/** One panel at a time, with the way to the others at the thumb. */
export function NarrowLesson({ entry, heading }: Props) {
  const [listOpen, setListOpen] = useState(false);
  const lesson = useLoaded(`lesson ${entry.slug}`, entry.loadLesson);
  const loaded = lesson.state === "loaded" ? lesson.value : null;
  const tab = useView((view) => view.narrow);
  const open = useView((view) => view.openNarrow);
  const openResult = useView((view) => view.openResult);
  const faults = useRun((run) => run.moment?.faults.length ?? 0);
  const tabs: readonly { readonly tab: NarrowTab; readonly label: string }[] = [
    { tab: "lesson", label: "Lesson" },
    { tab: "code", label: "Code" },
    { tab: "results", label: "Results" },
  ];

  return (
    <div className={styles.page}>
      <Header listOpen={listOpen} onToggleList={() => setListOpen(true)}>
        <RunButton onRun={() => openResult("output")} />
      </Header>
      <Dialog.Root open={listOpen} onOpenChange={setListOpen}>
        <Dialog.Portal>
          <Dialog.Backdrop className={styles.backdrop} />
          <Dialog.Popup className={styles.drawer}>
            <Dialog.Title className="visually-hidden">Lessons</Dialog.Title>
            <CourseList
              current={entry.slug}
              lesson={loaded}
              heading={heading}
              onChoose={() => {
                setListOpen(false);
                open("lesson");
              }}
            />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <div className={styles.narrow}>
        {tab === "lesson" ? (
          <LessonPane lesson={lesson} heading={heading} />
        ) : (
          <Suspense fallback={null}>
            <Workbench entry={entry} />
          </Suspense>
        )}
      </div>
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
