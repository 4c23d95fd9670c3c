import type { RenderedText } from "../../../contract/lesson.ts";
import { pageLink } from "../../../state/index.ts";
import styles from "./Contents.module.css";

/** What the reference holds, by its sections: the way to a name that one already knows. */
export function Contents({ headings }: Pick<RenderedText, "headings">) {
  const sections = headings.flatMap((heading, index) => {
    if (heading.level !== 2) return [];
    const rest = headings.slice(index + 1);
    const end = rest.findIndex(({ level }) => level === 2);
    return [{ heading, names: end < 0 ? rest : rest.slice(0, end) }];
  });
  return (
    <nav className={styles.contents} aria-label="Contents of this page">
      {sections.map(({ heading, names }) => (
        <div key={heading.id} className={styles.section}>
          <a href={pageLink("reference", heading.id)}>{heading.text}</a>
          {names.length > 0 && (
            <ul>
              {names.map(({ id, text }) => (
                <li key={id}>
                  <a href={pageLink("reference", id)}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </nav>
  );
}
