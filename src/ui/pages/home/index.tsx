import { useEffect } from "react";
import { useStore } from "zustand";
import { antiPatterns, catalogue, pages } from "../../../course/catalogue.ts";
import { lessonLink, pageLink } from "../../../state/index.ts";
import { usePlayground } from "../../playground.ts";
import { SearchButton } from "../../shell/search/SearchButton.tsx";
import { ThemeButton } from "../../shell/ThemeButton.tsx";
import { listedPages, type PageProps } from "../pages.ts";
import styles from "./Home.module.css";

/** The opening page: what the course is about, drawn once, and its lessons. */
export default function Home({ lost = null }: PageProps) {
  const last = useStore(usePlayground().progressStore, (progress) => progress.last);
  const again = catalogue.find(({ slug }) => slug === last?.slug);
  useEffect(() => {
    document.title = "FFI Playground";
  }, []);
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        {lost !== null && (
          <p className={styles.lost} role="alert">
            {lost} These are the lessons there are.
          </p>
        )}
        <div className={styles.top}>
          <p className={styles.name}>FFI Playground</p>
          <span>
            <SearchButton />
            <ThemeButton />
          </span>
        </div>
        <h1>
          Two languages, <span className={styles.typescript}>one that watches memory</span> and{" "}
          <span className={styles.c}>one that trusts you</span>, and a line between them.
        </h1>
        <Boundary />
        <p className={styles.idea}>
          Every call into C crosses that line with nothing but numbers. Who owns the memory behind them, how long it
          lasts and how long the text is: both sides have to agree, and neither can check. Here you write the
          TypeScript, run it against real C, and see each crossing, each block and each line that went wrong.
        </p>
        {again && last && (
          <p className={styles.again}>
            <a href={lessonLink(last.slug, last.heading?.id)}>
              Go on with {again.title}
              {last.heading && ` · ${last.heading.text}`}
            </a>
          </p>
        )}
        {!again && catalogue[0] && (
          <p className={styles.again}>
            <a href={lessonLink(catalogue[0].slug)}>Begin with {catalogue[0].title}</a>
          </p>
        )}
        <nav aria-label="Lessons">
          <ol className={styles.lessons}>
            {catalogue.map(({ slug, number, title, summary }) => (
              <li key={slug}>
                <a href={lessonLink(slug)}>
                  <span className={styles.number}>{number}</span>
                  <span>
                    <b>{title}</b>
                    <span className={styles.summary}>{summary}</span>
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <More
          title="Around the lessons"
          links={[
            ...pages.map(({ slug, title, summary }) => ({ title, summary, href: pageLink("page", slug) })),
            ...listedPages.map(({ name, title, summary }) => ({ title, summary, href: pageLink(name) })),
          ]}
        />
        <More
          title="Anti-patterns, each beside its repair"
          links={antiPatterns.map(({ slug, title, summary }) => ({
            title,
            summary,
            href: pageLink("anti-pattern", slug),
          }))}
        />
      </main>
    </div>
  );
}

interface MoreProps {
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly summary: string; readonly href: string }[];
}

const More = ({ title, links }: MoreProps) => (
  <nav className={styles.more} aria-label={title}>
    <h2>{title}</h2>
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>
            <b>{link.title}</b>
            <span className={styles.summary}>{link.summary}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** One call, drawn: what TypeScript says, what crosses, what C gets. */
const Boundary = () => (
  <figure
    className={styles.figure}
    aria-label="TypeScript passes the text Ada; what crosses is an address; C reads bytes from there until a zero."
  >
    <div className={styles.left}>
      <code>{'set_name("Ada")'}</code>
      <span>a value that knows its length</span>
    </div>
    <div className={styles.line}>
      <code>0x01000420</code>
    </div>
    <div className={styles.right}>
      <code>
        41 64 61 <b>00</b>
      </code>
      <span>bytes, until one is zero</span>
    </div>
  </figure>
);
