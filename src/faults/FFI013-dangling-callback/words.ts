import { forBoth } from "../definition.ts";
import { calledFunction } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `${calledFunction(detail)} called a callback that had been closed.`,
  advice: "Unregister a callback before closing it, and close it only when C can no longer call it.",
}));
