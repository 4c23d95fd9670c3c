import type { Lesson } from "../../contract/lesson.ts";
import { catalogue } from "../../course/catalogue.ts";
import { formatLocation } from "../../state/index.ts";
import styles from "./CourseList.module.css";

interface Props {
  /** Slug of the open lesson. */
  readonly current: string | null;
  /** The open lesson's text, once it has loaded: its headings stand below its name. */
  readonly lesson: Lesson | null;
  readonly heading: string | null;
  readonly onChoose?: () => void;
}

/** The course: every lesson in order, and the parts of the open one. */
export const CourseList = ({ current, lesson, heading, onChoose }: Props) => (
  <nav className={styles.list} id="course-list" aria-label="Lessons">
    <ol>
      {catalogue.map(({ slug, number, title }) => (
        <li key={slug}>
          <a
            className={styles.lesson}
            href={formatLocation({ kind: "lesson", slug, heading: null })}
            aria-current={slug === current ? "page" : undefined}
            onClick={onChoose}
          >
            <span className={styles.number}>{number}</span>
            {title}
          </a>
          {slug === current && lesson?.slug === slug && (
            <ul className={styles.headings}>
              {lesson.headings
                .filter(({ level }) => level === 2)
                .map(({ id, text }) => (
                  <li key={id}>
                    <a
                      href={formatLocation({ kind: "lesson", slug, heading: id })}
                      aria-current={id === heading ? "location" : undefined}
                      onClick={onChoose}
                    >
                      {text}
                    </a>
                  </li>
                ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
