import { forBoth } from "../definition.ts";
import { calledFunction, code, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail, block }) => ({
  message: `${nameOf(block)} was given to ${calledFunction(detail)} to release, but ${code(detail.lender ?? "the library")} only lent it.`,
  advice: "Leave borrowed memory alone: the library releases it, or never has to.",
}));
