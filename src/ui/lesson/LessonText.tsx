import { useEffect, useRef } from "react";
import type { Lesson } from "../../contract/lesson.ts";
import styles from "./LessonText.module.css";

interface Props {
  readonly lesson: Lesson;
  /** Id of the heading to show, or null for the top. */
  readonly heading: string | null;
}

/** Pixels left free above a heading that is jumped to. */
const SPACE_ABOVE = 24;

/** The lesson's page of prose. */
export function LessonText({ lesson, heading }: Props) {
  const scroller = useRef<HTMLElement>(null);

  useEffect(() => {
    const text = scroller.current;
    const target = heading === null ? null : text?.querySelector<HTMLElement>(`#${CSS.escape(heading)}`);
    text?.scrollTo({ top: target ? target.offsetTop - SPACE_ABOVE : 0 });
  }, [lesson, heading]);

  return (
    // A region that scrolls must be reachable by keyboard.
    <section className={styles.scroller} ref={scroller} tabIndex={0} aria-labelledby="lesson-title">
      <article className={styles.text}>
        <header className={styles.head}>
          <p className={styles.number}>Lesson {lesson.number}</p>
          <h1 id="lesson-title">{lesson.title}</h1>
          <p className={styles.summary}>{lesson.summary}</p>
        </header>
        {/* Rendered at build from the project's own files. */}
        <div className={styles.body} dangerouslySetInnerHTML={{ __html: lesson.html }} />
      </article>
    </section>
  );
}
