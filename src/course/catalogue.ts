import course from "virtual:course";
import type { Lesson, LessonPrograms } from "../contract/lesson.ts";

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

/** All lessons, in order. */
export const catalogue: readonly CourseEntry[] = course;

export const findLesson = (slug: string): CourseEntry | undefined => catalogue.find((entry) => entry.slug === slug);
