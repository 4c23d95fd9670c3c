import { useEffect } from "react";
import { findLesson } from "../../course/catalogue.ts";
import { NOWHERE, type Place } from "../../state/index.ts";
import { findPage } from "../pages/pages.ts";
import { useWide } from "../parts/use-wide.ts";
import { usePlace, usePlayground, useSettings } from "../playground.ts";
import { Announcer } from "./Announcer.tsx";
import { NarrowLesson } from "./NarrowLesson.tsx";
import { PageHost } from "./PageHost.tsx";
import { WideLesson } from "./WideLesson.tsx";

export function App() {
  const place = usePlace();
  const wide = useWide();
  useTheme();
  useShortcuts();

  const entry = place.kind === "lesson" ? findLesson(place.slug) : undefined;
  useEffect(() => {
    if (entry) document.title = `${entry.title} · FFI Playground`;
  }, [entry]);

  if (entry && place.kind === "lesson") {
    const Layout = wide ? WideLesson : NarrowLesson;
    return (
      <>
        <Layout key={entry.slug} entry={entry} heading={place.heading} />
        <Announcer />
      </>
    );
  }
  if (place.kind === "page" && findPage(place.name))
    return <PageHost name={place.name} path={place.path} lost={null} />;
  return <PageHost name="home" path={[]} lost={whyLost(place)} />;
}

/** Null for who wanted to be at the opening page. */
function whyLost(place: Place): string | null {
  switch (place.kind) {
    case "home":
      return null;
    case "lesson":
      return `There is no lesson “${place.slug}” in this course.`;
    case "page":
      return NOWHERE;
    case "unknown":
      return place.sentence;
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
