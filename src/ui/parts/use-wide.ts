import { useSyncExternalStore } from "react";

/** From here on the page has room for the text, the editor and the panels side by side. */
const WIDE = "(min-width: 800px)";

export const isWide = (): boolean => matchMedia(WIDE).matches;

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide);
