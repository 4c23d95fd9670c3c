import { createStore, type StoreApi } from "zustand/vanilla";
import type { RecordStore } from "./storage/record-store.ts";
import type { LastPlace, SavedProgress } from "./storage/records.ts";

export interface ProgressState extends SavedProgress {
  /** The reader looks at this part of a lesson; null for its beginning. */
  noteReading(slug: string, heading: LastPlace["heading"]): void;
  /** A program of this lesson ran to its end without a fault. */
  noteRun(slug: string): void;
  /** `option` of question `question` was chosen; a later choice takes its place. */
  answer(question: string, option: number): void;
}

export const NO_PROGRESS: SavedProgress = { lessons: {}, answers: {}, last: null };

/** How far the reader has come. It is kept where that works; where it does not, it holds until the page is closed. */
export function createProgressStore(records: RecordStore): StoreApi<ProgressState> {
  return createStore<ProgressState>((set, get) => {
    const change = (part: Partial<SavedProgress>): void => {
      set(part);
      const { lessons, answers, last } = get();
      records.write("progress", { lessons, answers, last });
    };
    return {
      ...NO_PROGRESS,
      ...records.read("progress").data,
      noteReading(slug, heading) {
        const { last, lessons } = get();
        if (last?.slug === slug && last.heading?.id === heading?.id) return;
        change({ last: { slug, heading }, lessons: { [slug]: "opened", ...lessons } });
      },
      noteRun(slug) {
        const { lessons } = get();
        if (lessons[slug] !== "ran") change({ lessons: { ...lessons, [slug]: "ran" } });
      },
      answer: (question, option) => change({ answers: { ...get().answers, [question]: option } }),
    };
  });
}
