import { useStore } from "zustand";
import type { Lesson } from "../../contract/lesson.ts";
import { antiPatterns, catalogue, pages } from "../../course/catalogue.ts";
import { formatRoute, lessonLink, pageLink } from "../../state/index.ts";
import { listedPages } from "../pages/pages.ts";
import { useRoute, usePlayground } from "../playground.ts";
import styles from "./CourseList.module.css";

interface Props {
  /** The open lesson's text, once it has loaded: its headings stand below its name. */
  readonly lesson?: Lesson | null;
  readonly onChoose?: () => void;
}

/** The course: every lesson in order with how far the reader has come, the parts of the open one, and the other pages. */
export function CourseList({ lesson = null, onChoose }: Props) {
  const route = useRoute();
  const progress = useStore(usePlayground().progressStore, ({ lessons }) => lessons);
  const current = route.kind === "lesson" ? route.slug : null;
  return (
    <nav className={styles.list} id="course-list" aria-label="Course">
      <ol>
        {catalogue.map(({ slug, number, title }) => (
          <li key={slug}>
            <a
              className={styles.lesson}
              href={lessonLink(slug)}
              aria-current={slug === current ? "page" : undefined}
              onClick={onChoose}
            >
              <span className={styles.number}>{number}</span>
              <span className={styles.title}>{title}</span>
              <Progress state={progress[slug]} />
            </a>
            {slug === current && lesson?.slug === slug && <Parts lesson={lesson} onChoose={onChoose} />}
          </li>
        ))}
      </ol>
      <Links
        title="Anti-patterns"
        links={antiPatterns.map(({ slug, title }) => ({ title, href: pageLink("anti-pattern", slug) }))}
        onChoose={onChoose}
      />
      <Links
        title="Around the course"
        links={[
          ...pages.map(({ slug, title }) => ({ title, href: pageLink("page", slug) })),
          ...listedPages.map(({ name, title }) => ({ title, href: pageLink(name) })),
        ]}
        onChoose={onChoose}
      />
    </nav>
  );
}

/** Said in words too: the sign is for those who see it. */
const Progress = ({ state }: { readonly state: "opened" | "ran" | undefined }) =>
  state === undefined ? null : (
    <span className={styles.progress} data-state={state}>
      <span className="visually-hidden">{state === "ran" ? "(ran without a fault)" : "(opened)"}</span>
    </span>
  );

interface PartsProps {
  readonly lesson: Lesson;
  readonly onChoose: (() => void) | undefined;
}

/** The headings of the open lesson; the one that is being read is marked. */
function Parts({ lesson: { slug, text }, onChoose }: PartsProps) {
  const reading = useStore(usePlayground().progressStore, ({ last }) =>
    last?.slug === slug ? last.heading?.id : null,
  );
  return (
    <ul className={styles.headings}>
      {text.headings
        .filter(({ level }) => level === 2)
        .map(({ id, text }) => (
          <li key={id}>
            <a href={lessonLink(slug, id)} aria-current={id === reading ? "location" : undefined} onClick={onChoose}>
              {text}
            </a>
          </li>
        ))}
    </ul>
  );
}

interface LinksProps {
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly href: string }[];
  readonly onChoose: (() => void) | undefined;
}

function Links({ title, links, onChoose }: LinksProps) {
  const here = formatRoute(useRoute());
  if (links.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>{title}</h2>
      <ul>
        {links.map(({ title, href }) => (
          <li key={href}>
            <a
              className={styles.page}
              href={href}
              aria-current={here === href || here.startsWith(`${href}/`) ? "page" : undefined}
              onClick={onChoose}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
