import type { PageEntry } from "../pages.ts";

export const entry: PageEntry = {
  title: "The module “ffi”",
  summary:
    "Every function, class and type that a program can import, with an example of each, and its like in other runtimes.",
  order: 30,
};
