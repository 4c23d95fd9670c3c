import type { PageEntry } from "../pages.ts";

export const entry: PageEntry = {
  title: "The tour",
  summary: "One press runs the finished wrapper of every lesson in order, with what each did to memory.",
  order: 10,
};
