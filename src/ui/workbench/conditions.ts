import type { ChosenConditions } from "../../state/index.ts";

/** How an allocation is counted in words. */
export const ORDINALS: Readonly<Record<number, string>> = { 1: "first", 2: "second", 3: "third" };

/** Whether nothing is asked for. */
export const hasNone = ({ growMemory, reuseAtOnce, failMalloc }: ChosenConditions): boolean =>
  !growMemory && !reuseAtOnce && failMalloc === null;
