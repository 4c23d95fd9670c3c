import { useState } from "react";
import { Panel } from "react-resizable-panels";
import type { CourseEntry } from "../../course/catalogue.ts";
import { LessonPane } from "../lesson/LessonPane.tsx";
import { usePainted } from "../parts/after-paint.ts";
import { Divider, SizedGroup } from "../parts/SizedGroup.tsx";
import { Boundary } from "../parts/Boundary.tsx";
import { loadedPart } from "../parts/loaded-part.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { CourseList } from "./CourseList.tsx";
import { Header } from "./Header.tsx";
import styles from "./Lesson.module.css";

/** Everything about the program loads after the text is on screen. */
const Workbench = loadedPart("The editor with its results", () => import("../workbench/Workbench.tsx"));

interface Props {
  readonly entry: CourseEntry;
  readonly heading: string | null;
}

/** List, text and workbench side by side. */
export function WideLesson({ entry, heading }: Props) {
  const [listOpen, setListOpen] = useState(() => innerWidth >= 1200);
  const lesson = useLoaded(`lesson ${entry.slug}`, entry.loadLesson);
  const loaded = lesson.state === "loaded" ? lesson.value : null;
  const painted = usePainted(loaded !== null);
  return (
    <div className={styles.page}>
      <Header listOpen={listOpen} onToggleList={() => setListOpen(!listOpen)} />
      <div className={styles.wide} data-list={listOpen}>
        {listOpen && (
          <aside className={styles.aside}>
            <CourseList lesson={loaded} />
          </aside>
        )}
        <main className={styles.main}>
          <SizedGroup id="lesson" orientation="horizontal">
            <Panel id="text" defaultSize="39%" minSize="20%" className={styles.textPanel ?? ""}>
              <Boundary name="The text of this lesson">
                <LessonPane lesson={lesson} heading={heading} />
              </Boundary>
            </Panel>
            <Divider label="Width of the text" />
            <Panel id="workbench" minSize="30%">
              <section className={styles.workbench} aria-label="Program and results">
                {painted && (
                  <Boundary name="The editor with its results">
                    <Workbench entry={entry} />
                  </Boundary>
                )}
              </section>
            </Panel>
          </SizedGroup>
        </main>
      </div>
    </div>
  );
}
