import { forBoth } from "../definition.ts";
import { done, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail, block }) => ({
  message: `a view of ${nameOf(block)} was ${done(detail.act)} after ${
    detail.cause === "moved" ? "C had moved the data elsewhere" : "the library's memory had grown"
  }.`,
  advice: "Make the view anew from the pointer after every call that may allocate; keep pointers, not views.",
}));
