import type { PageEntry } from "../pages.ts";

export const entry: PageEntry = {
  title: "The twenty faults",
  summary: "What can go wrong at the boundary, by its code: what happened, why it is dangerous, how to repair it.",
  order: 30,
};
