import type { Lesson } from "../../contract/lesson.ts";
import { Button } from "../parts/Button.tsx";
import type { Loading } from "../parts/use-loaded.ts";
import { LessonText } from "./LessonText.tsx";
import styles from "./LessonText.module.css";

interface Props {
  readonly lesson: Loading<Lesson>;
  readonly heading: string | null;
}

/** The lesson's text, or why it is not there. */
export function LessonPane({ lesson, heading }: Props) {
  if (lesson.state === "loaded") return <LessonText lesson={lesson.value} heading={heading} />;
  if (lesson.state === "loading") return <div className={styles.scroller} aria-busy="true" />;
  return (
    <div className={styles.failed} role="alert">
      <p>The text of this lesson did not load. Check the connection to this site, then try again.</p>
      <Button onClick={lesson.retry}>Try again</Button>
    </div>
  );
}
