import course, { antiPatterns as antiPatternList, pages as pageList } from "virtual:course";
import type { Lesson, LessonPrograms, Mistake, RenderedText } from "../contract/lesson.ts";
import type { CompiledProgram } from "../contract/program.ts";
import type { FaultCode } from "../faults/codes.ts";

/** A lesson in the course list, with the two parts of it that are loaded when wanted. */
export interface CourseEntry extends Pick<Lesson, "number" | "slug" | "title" | "summary" | "library"> {
  readonly loadLesson: () => Promise<Lesson>;
  readonly loadPrograms: () => Promise<LessonFiles>;
}

export interface LessonFiles {
  readonly programs: LessonPrograms;
  readonly markup: LessonMarkup;
}

/** Files that are read, not edited, as coloured HTML, one string a line. Made at build, hence trusted. */
export interface LessonMarkup {
  readonly rust: readonly string[];
  /** In the order of `LessonPrograms.sources`. */
  readonly sources: readonly (readonly string[])[];
}

/** A page of text that is no lesson. */
export interface PageEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly load: () => Promise<RenderedText>;
}

export interface AntiPatternEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly load: () => Promise<PairText>;
}

/** A text about a wrong program and the right one beside it. */
export interface PairText {
  readonly text: RenderedText;
  readonly wrong: ShownProgram & { readonly mistake: Mistake };
  readonly right: ShownProgram;
}

/** A program to be read and run, but not edited. */
export interface ShownProgram {
  /** Compiled with the page: the reader does not wait for a compiler. */
  readonly program: CompiledProgram;
  /** Coloured HTML, one string a line. */
  readonly lines: readonly string[];
}

/** The page of a fault. */
export interface FaultText extends PairText {
  readonly code: FaultCode;
  readonly title: string;
  /** The lessons and anti-patterns that have a program with this fault. */
  readonly met: readonly {
    readonly kind: "lesson" | "anti-pattern";
    readonly slug: string;
    readonly title: string;
    /** The program's own title. */
    readonly program: string;
  }[];
}

/** All lessons, in order. */
export const catalogue: readonly CourseEntry[] = course;

/** Texts beside the lessons, in order. */
export const pages: readonly PageEntry[] = pageList;

/** In order. */
export const antiPatterns: readonly AntiPatternEntry[] = antiPatternList;

export const findLesson = (slug: string): CourseEntry | undefined => catalogue.find((entry) => entry.slug === slug);
