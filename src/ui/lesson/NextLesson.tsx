import { catalogue } from "../../course/catalogue.ts";
import { lessonLink } from "../../state/index.ts";
import styles from "./LessonText.module.css";

/** The lessons before and after this one. */
export function NextLesson({ slug }: { readonly slug: string }) {
  const index = catalogue.findIndex((entry) => entry.slug === slug);
  const previous = catalogue[index - 1];
  const next = catalogue[index + 1];
  if (!previous && !next) return null;
  return (
    <nav className={styles.neighbours} aria-label="Previous and next lesson">
      {previous && (
        <a href={lessonLink(previous.slug)} rel="prev">
          <span>Previous</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={lessonLink(next.slug)} rel="next">
          <span>Next</span>
          {next.title}
        </a>
      )}
    </nav>
  );
}
