import { useMemo } from "react";
import { useView, type Touch } from "../view.ts";

/** Handlers that light up what belongs to this while the pointer or the focus is on it. */
export function useTouch(touch: Touch) {
  const set = useView((view) => view.setTouch);
  const key = JSON.stringify(touch);
  return useMemo(() => {
    const on = (): void => set(JSON.parse(key) as Touch);
    const off = (): void => set(null);
    return { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off };
  }, [set, key]);
}
