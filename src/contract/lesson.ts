import type { FaultCode } from "../faults/codes.ts";

/** One lesson as the page gets it. Made at build from a folder `lessons/NN-slug/`. */
export interface Lesson {
  /** Position in the course, from the folder's number. */
  readonly number: number;
  /** Folder name without its number: `strings`. It is the lesson's address in links and storage. */
  readonly slug: string;
  readonly title: string;
  /** One sentence for the course list. */
  readonly summary: string;
  /** The library that the lesson is about. */
  readonly library: string;
  /** From `lesson.md`. */
  readonly text: RenderedText;
}

/** A text of the course, ready to be shown. Its HTML is made at build from the project's own files, hence trusted. */
export interface RenderedText {
  readonly blocks: readonly TextBlock[];
  readonly headings: readonly { readonly id: string; readonly text: string; readonly level: 2 | 3 }[];
}

export type TextBlock =
  | { readonly kind: "html"; readonly html: string }
  /** A question to be answered before a program is run. Question, options and explanation are HTML. */
  | {
      readonly kind: "predict";
      /** Its number among the questions of the text, from 1. */
      readonly number: number;
      /** Which of the folder's programs answers it: `starter`, `solution`, `mistakes/NAME`. */
      readonly program: string;
      readonly question: string;
      readonly options: readonly { readonly html: string; readonly right: boolean }[];
      readonly explanation: string;
    };

/** The programs of a lesson; loaded with the editor, after the text is on screen. */
export interface LessonPrograms {
  readonly starter: string;
  readonly solution: string;
  readonly rust: string;
  readonly mistakes: readonly Mistake[];
  /** The library's C files for reading beside the editor, header first. */
  readonly sources: readonly { readonly path: string; readonly text: string }[];
}

/** A wrong program that a learner really writes, with the one fault it must be diagnosed with. */
export interface Mistake {
  /** File name without `.ts`: `use-after-free`, or `double-free-twice-disposed`. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly fault: FaultCode;
  /** 1-based lines the fault must name. `c` is null when no C line exists. */
  readonly line: number;
  readonly cFunction: string | null;
}
