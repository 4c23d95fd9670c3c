import { forBoth } from "../definition.ts";
import { calledFunction } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `${calledFunction(detail)} was given ${detail.value}, which does not fit ${detail.type}.`,
  advice: "Check the range before the call; C would silently see another number.",
}));
