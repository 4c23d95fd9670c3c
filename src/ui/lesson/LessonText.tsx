import { useRef } from "react";
import type { Lesson } from "../../contract/lesson.ts";
import { usePlayground } from "../playground.ts";
import styles from "./LessonText.module.css";
import { NextLesson } from "./NextLesson.tsx";
import { TextBody } from "./TextBody.tsx";
import { useJump, useReading } from "./use-reading.ts";

interface Props {
  readonly lesson: Lesson;
  /** Id of the heading to show, or null for the top. */
  readonly heading: string | null;
}

/** The lesson's page of prose. */
export function LessonText({ lesson, heading }: Props) {
  const { progressStore } = usePlayground();
  const scroller = useRef<HTMLElement>(null);
  useJump(scroller, lesson.text, heading);
  useReading(scroller, lesson.text, (part) => progressStore.getState().noteReading(lesson.slug, part));

  return (
    // A region that scrolls must be reachable by keyboard.
    <section className={styles.scroller} ref={scroller} tabIndex={0} aria-labelledby="lesson-title">
      <article className={styles.text}>
        <header className={styles.head}>
          <p className={styles.number}>Lesson {lesson.number}</p>
          <h1 id="lesson-title">{lesson.title}</h1>
          <p className={styles.summary}>{lesson.summary}</p>
        </header>
        <TextBody text={lesson.text} lesson={lesson.slug} />
        <NextLesson slug={lesson.slug} />
      </article>
    </section>
  );
}
