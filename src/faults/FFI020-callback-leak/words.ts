import { forBoth } from "../definition.ts";
import { calledFunction, code } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `a callback that ${calledFunction(detail)} was given was still registered when the program ended.`,
  advice: `Call ${code(detail.unregister)} before the callback's scope ends.`,
}));
