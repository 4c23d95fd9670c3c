import { forBoth } from "../definition.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `a callback threw while C was on the stack: ${detail.exception}.`,
  advice: "Catch inside the callback, and tell C in the way its interface has: a return value, or user_data.",
}));
