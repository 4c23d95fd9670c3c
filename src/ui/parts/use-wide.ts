import { useSyncExternalStore } from "react";

/** From here on the page has room for the text, the editor and the panels side by side. */
const WIDE = "(min-width: 800px)";

let query: MediaQueryList | null = null;
const wide = (): MediaQueryList => (query ??= matchMedia(WIDE));

export const isWide = (): boolean => wide().matches;

const subscribe = (changed: () => void): (() => void) => {
  wide().addEventListener("change", changed);
  return () => wide().removeEventListener("change", changed);
};

export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide);
