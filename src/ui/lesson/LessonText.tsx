import { useEffect, useRef } from "react";
import type { Lesson } from "../../contract/lesson.ts";
import styles from "./LessonText.module.css";

interface Props {
  readonly lesson: Lesson;
  /** Id of the heading to show, or null for the top. */
  readonly heading: string | null;
}

/** The lesson's page of prose. */
export function LessonText({ lesson, heading }: Props) {
  const scroller = useRef<HTMLElement>(null);

  useEffect(() => {
    const target = heading === null ? null : scroller.current?.querySelector(`#${CSS.escape(heading)}`);
    if (target) target.scrollIntoView({ block: "start" });
    else scroller.current?.scrollTo({ top: 0 });
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
