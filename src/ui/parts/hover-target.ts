import { useMemo } from "react";
import { useView, type HoverTarget } from "../view.ts";

/** Handlers that light up what belongs to this while the pointer or the focus is on it. */
export function useHoverTarget(hoverTarget: HoverTarget) {
  const set = useView((view) => view.setHoverTarget);
  const key = JSON.stringify(hoverTarget);
  return useMemo(() => {
    const on = (): void => set(JSON.parse(key) as HoverTarget);
    const off = (): void => set(null);
    // Focus is told to everything around it: the innermost is meant.
    const inside =
      (tell: () => void) =>
      (event: { stopPropagation(): void }): void => {
        event.stopPropagation();
        tell();
      };
    return { onMouseEnter: on, onMouseLeave: off, onFocus: inside(on), onBlur: inside(off) };
  }, [set, key]);
}
