import { useEffect, useRef, useState } from "react";

export type Loading<T> =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly value: T }
  | { readonly state: "failed"; readonly retry: () => void };

/** Loads what `key` names, and again when asked to after a failure. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loading<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ key: string; attempt: number; loading: Loading<T> } | null>(null);

  // `load` is made anew by every render; `key` says what it loads.
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  useEffect(() => {
    let wanted = true;
    const settle = (loading: Loading<T>): void => {
      if (wanted) setResult({ key, attempt, loading });
    };
    latest.current().then(
      (value) => settle({ state: "loaded", value }),
      () => settle({ state: "failed", retry: () => setAttempt((n) => n + 1) }),
    );
    return () => {
      wanted = false;
    };
  }, [key, attempt]);

  return result?.key === key && result.attempt === attempt ? result.loading : { state: "loading" };
}
