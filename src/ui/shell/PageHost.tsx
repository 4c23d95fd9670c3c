import { Boundary } from "../parts/Boundary.tsx";
import { Button } from "../parts/Button.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { findPage, type PageModule } from "../pages/pages.ts";
import styles from "./Page.module.css";

interface Props {
  /** Name of the page's folder. */
  readonly name: string;
  readonly path: readonly string[];
  /** Why the reader is not where they wanted to go; only the opening page says it. */
  readonly lost: string | null;
}

/** Loads a page and shows it. */
export function PageHost({ name, path, lost }: Props) {
  const page = useLoaded<PageModule>(`page ${name}`, () => findPage(name)?.() ?? Promise.reject(new Error(name)));
  if (page.state === "loaded") {
    const Page = page.value.default;
    return (
      <Boundary name="This page" shows={[name, path.join("/")]}>
        <Page path={path} lost={lost} />
      </Boundary>
    );
  }
  if (page.state === "loading") return <main aria-busy="true" />;
  return (
    <main className={styles.failed} role="alert">
      <h1>FFI Playground</h1>
      <p>This page did not load. Check the connection to this site, then try again.</p>
      <Button onClick={page.retry}>Try again</Button>
    </main>
  );
}
