import type { PageEntry } from "../pages.ts";

export const entry: PageEntry = {
  title: "Glossary",
  summary: "The words of the field, each in a few plain sentences.",
  order: 40,
};
