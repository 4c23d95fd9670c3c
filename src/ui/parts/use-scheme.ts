import { useSyncExternalStore } from "react";

export type Scheme = "light" | "dark";

/** The scheme in force: the reader's choice where they made one, else the system's. */
export const schemeInForce = (): Scheme => {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    query.removeEventListener("change", changed);
    observer.disconnect();
  };
};

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, schemeInForce);
