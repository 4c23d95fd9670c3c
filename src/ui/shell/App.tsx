import { useEffect } from "react";
import { findLesson } from "../../course/catalogue.ts";
import { NOWHERE, type Route } from "../../state/index.ts";
import { findPage } from "../pages/pages.ts";
import { Boundary } from "../parts/Boundary.tsx";
import { useWide } from "../parts/use-wide.ts";
import { useRoute, usePlayground, useSettings } from "../playground.ts";
import { Announcer } from "./Announcer.tsx";
import { NarrowLesson } from "./NarrowLesson.tsx";
import { PageHost } from "./PageHost.tsx";
import { WideLesson } from "./WideLesson.tsx";

export function App() {
  const route = useRoute();
  const wide = useWide();
  useTheme();
  useShortcuts();

  const entry = route.kind === "lesson" ? findLesson(route.slug) : undefined;
  useEffect(() => {
    if (entry) document.title = `${entry.title} · FFI Playground`;
  }, [entry]);

  if (entry && route.kind === "lesson") {
    const Layout = wide ? WideLesson : NarrowLesson;
    return (
      <>
        <Boundary key={entry.slug} name={`The lesson “${entry.title}”`} shows={[wide]}>
          <Layout entry={entry} heading={route.heading} />
        </Boundary>
        <Announcer />
      </>
    );
  }
  if (route.kind === "page" && findPage(route.name))
    return <PageHost name={route.name} path={route.path} lost={null} />;
  return <PageHost name="home" path={[]} lost={whyLost(route)} />;
}

/** Null for who wanted to be at the opening page. */
function whyLost(route: Route): string | null {
  switch (route.kind) {
    case "home":
      return null;
    case "lesson":
      return `There is no lesson “${route.slug}” in this course.`;
    case "page":
      return NOWHERE;
    case "unknown":
      return route.sentence;
  }
}

function useTheme(): void {
  const theme = useSettings((settings) => settings.theme);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}

/** Mod+Enter runs and Mod+S saves wherever the focus is; the browser's own "save page" would help nobody here. */
function useShortcuts(): void {
  const { runStore, programStore } = usePlayground();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key === "Enter") void runStore.getState().run();
      else if (event.key.toLowerCase() === "s") programStore.getState().save();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [runStore, programStore]);
}
