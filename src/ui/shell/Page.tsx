import { useEffect, useRef, useState, type ReactNode } from "react";
import type { RenderedText } from "../../contract/lesson.ts";
import { useJump } from "../lesson/use-reading.ts";
import { Boundary } from "../parts/Boundary.tsx";
import { loadedPart } from "../parts/loaded-part.tsx";
import { useWide } from "../parts/use-wide.ts";
import { CourseList } from "./CourseList.tsx";
import { Header } from "./Header.tsx";
import styles from "./Page.module.css";

const Drawer = loadedPart("The list of lessons", () => import("./Drawer.tsx"));

interface Props {
  readonly title: string;
  /** What kind of page it is, in a word or two above its title. */
  readonly kind?: string;
  readonly summary?: ReactNode;
  /** Id of the element to bring on screen; null for the top. */
  readonly heading?: string | null;
  /** What is shown, when that loads after the page: once it is there, `heading` is looked for again. */
  readonly content?: RenderedText | null;
  /** `wide` where two things stand side by side. */
  readonly width?: "text" | "wide";
  readonly children: ReactNode;
}

/** A page that is not a lesson: the course list beside it, a heading, and what the page holds, scrolling as one. */
export function Page({ title, kind, summary, heading = null, content = null, width = "text", children }: Props) {
  const wide = useWide();
  const [listOpen, setListOpen] = useState(() => innerWidth >= 1200);
  const scroller = useRef<HTMLElement>(null);
  useJump(scroller, content, heading);
  useEffect(() => {
    document.title = `${title} · FFI Playground`;
  }, [title]);

  return (
    <div className={styles.page}>
      <Header listOpen={listOpen} onToggleList={() => setListOpen(!listOpen)} />
      <div className={styles.columns} data-list={wide && listOpen}>
        {wide ? (
          listOpen && (
            <aside className={styles.aside}>
              <CourseList />
            </aside>
          )
        ) : (
          <Drawer open={listOpen} onOpenChange={setListOpen}>
            <CourseList onChoose={() => setListOpen(false)} />
          </Drawer>
        )}
        <main className={styles.scroller} ref={scroller} tabIndex={0} aria-label={title}>
          <article className={styles.article} data-width={width}>
            <header className={styles.head}>
              {kind !== undefined && <p className={styles.kind}>{kind}</p>}
              <h1>{title}</h1>
              {summary !== undefined && <p className={styles.summary}>{summary}</p>}
            </header>
            <Boundary name={`The page “${title}”`} shows={[title, heading]}>
              {children}
            </Boundary>
          </article>
        </main>
      </div>
    </div>
  );
}
