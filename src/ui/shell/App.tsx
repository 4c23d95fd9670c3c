import { useEffect } from "react";
import { findLesson } from "../../course/catalogue.ts";
import { useWide } from "../parts/use-wide.ts";
import { usePlace, usePlayground, useSettings } from "../playground.ts";
import { Announcer } from "./Announcer.tsx";
import { Home } from "./Home.tsx";
import { NarrowLesson } from "./NarrowLesson.tsx";
import { WideLesson } from "./WideLesson.tsx";

export function App() {
  const place = usePlace();
  const wide = useWide();
  useTheme();
  useShortcuts();

  const entry = place.kind === "lesson" ? findLesson(place.slug) : undefined;
  useEffect(() => {
    document.title = entry ? `${entry.title} · FFI Playground` : "FFI Playground";
  }, [entry]);

  if (!entry || place.kind !== "lesson") {
    const lost =
      place.kind === "unknown"
        ? place.sentence
        : place.kind === "lesson"
          ? `There is no lesson “${place.slug}” in this course.`
          : null;
    return <Home lost={lost} />;
  }
  const Layout = wide ? WideLesson : NarrowLesson;
  return (
    <>
      <Layout key={entry.slug} entry={entry} heading={place.heading} />
      <Announcer />
    </>
  );
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
