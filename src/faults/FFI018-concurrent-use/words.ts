import { forBoth } from "../definition.ts";
import { calledFunction, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail, block }) => ({
  message: `${calledFunction(detail)} was given ${nameOf(block)} while another task was in the middle of using it.`,
  advice:
    "Let one task at a time use the handle: one after the other, through a lock, or each with a handle of its own.",
}));
