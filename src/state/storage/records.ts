import * as v from "valibot";

/** What is kept between visits, by record. */
export interface Records {
  /** One a lesson. */
  program: SavedProgram;
  settings: SavedSettings;
  progress: SavedProgress;
  /** Stands while a program runs, so that a page that comes back finds that it went down with one. */
  running: RunMark;
}

export interface SavedProgram {
  readonly text: string;
}

export type Theme = "system" | "light" | "dark";

/** Sizes of the panels of one group, in percent, by panel. */
export type PanelSizes = Readonly<Record<string, number>>;

export interface SavedSettings {
  readonly theme: Theme;
  /** By group of panels. */
  readonly sizes: Readonly<Record<string, PanelSizes>>;
}

/** How far a reader has come. */
export interface SavedProgress {
  /** By lesson: `opened`, or `ran` when a program of it has run without a fault. */
  readonly lessons: Readonly<Record<string, "opened" | "ran">>;
  /** The option that was chosen, from 0, by question: `strings/1` is the first of the lesson on strings. */
  readonly answers: Readonly<Record<string, number>>;
  /** Where the reader was; null before the first lesson. */
  readonly last: LastPlace | null;
}

/** A place to go on from, with words for it: its lesson may not be loaded when they are needed. */
export interface LastPlace {
  readonly slug: string;
  readonly heading: { readonly id: string; readonly text: string } | null;
}

export interface RunMark {
  readonly slug: string;
}

export interface RecordPlan<T> {
  /** `local`: for every visit of this browser. `session`: for this tab, across reloads and crashes. */
  readonly location: "local" | "session";
  /** Grows by one with every change of shape; the change before is then a step of `migrations`. */
  readonly version: number;
  /** `migrations[n]` turns data of version n + 1 into version n + 2. May throw. */
  readonly migrations: readonly ((data: unknown) => unknown)[];
  readonly schema: v.GenericSchema<unknown, T>;
}

/** How each record is kept. A record without a plan does not compile. */
export const RECORDS: { readonly [K in keyof Records]: RecordPlan<Records[K]> } = {
  program: { location: "local", version: 1, migrations: [], schema: v.object({ text: v.string() }) },
  settings: {
    location: "local",
    version: 1,
    migrations: [],
    schema: v.object({
      theme: v.picklist(["system", "light", "dark"]),
      sizes: v.record(v.string(), v.record(v.string(), v.pipe(v.number(), v.finite()))),
    }),
  },
  progress: {
    location: "local",
    version: 1,
    migrations: [],
    schema: v.object({
      lessons: v.record(v.string(), v.picklist(["opened", "ran"])),
      answers: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
      last: v.nullable(
        v.object({
          slug: v.string(),
          heading: v.nullable(v.object({ id: v.string(), text: v.string() })),
        }),
      ),
    }),
  },
  running: { location: "session", version: 1, migrations: [], schema: v.object({ slug: v.string() }) },
};
