import type { PageEntry } from "../pages.ts";

export const entry: PageEntry = {
  title: "Performance",
  summary: "What a crossing costs, and what saves one: measured while you watch, in your own browser.",
  order: 20,
};
