import type { ComponentType } from "react";

export interface PageProps {
  /** What the address says after the page's name: `["FFI004", "how-to-repair-it"]`. */
  readonly path: readonly string[];
  /** Why the reader is not where they wanted to be; the opening page tells them. */
  readonly lost?: string | null;
}

/** The file `index.tsx` of a page's folder. */
export interface PageModule {
  readonly default: ComponentType<PageProps>;
}

/** The file `entry.ts` of a page's folder, if the course list shall have it. */
export interface PageEntry {
  readonly title: string;
  /** One sentence for the opening page. */
  readonly summary: string;
  /** Place among the pages, ascending. */
  readonly order: number;
}

const modules = import.meta.glob<PageModule>("./*/index.tsx");
const entries = import.meta.glob<PageEntry>("./*/entry.ts", { eager: true, import: "entry" });

/** Loads the page of this name; undefined when there is none. A page is the folder of its name, beside this file. */
export const findPage = (name: string): (() => Promise<PageModule>) | undefined => modules[`./${name}/index.tsx`];

/** The pages that the course list shows, by their names. */
export const listedPages: readonly (PageEntry & { readonly name: string })[] = Object.entries(entries)
  .map(([path, entry]) => ({ ...entry, name: path.split("/")[1] ?? "" }))
  .sort((a, b) => a.order - b.order);
