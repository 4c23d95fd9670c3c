import { join } from "node:path";
import type { Plugin } from "vite";
import type { Lesson, LessonPrograms } from "../contract/lesson.ts";
import type { LessonFolder } from "../course/lesson-folder.ts";
import { createHighlight, type Highlight } from "./highlight.ts";
import { renderMarkdown } from "./markdown.ts";
import { readCSources, readLessons } from "./read-lessons.ts";

const COURSE = "virtual:course";
const LESSON = "virtual:lesson/";
const PROGRAMS = "virtual:lesson-programs/";

/**
 * Makes the course from `lessons/`: `virtual:course` is the list (small, loaded at once), and each lesson's text and
 * each lesson's programs are modules of their own, loaded when they are wanted.
 */
export function lessons(): Plugin {
  let root = process.cwd();
  let highlight: Promise<Highlight> | null = null;

  const find = (slug: string): LessonFolder => {
    const folder = readLessons(root).find((lesson) => lesson.slug === slug);
    if (!folder) throw new Error(`lessons/: there is no lesson ${slug}`);
    return folder;
  };

  return {
    name: "ffi-playground:lessons",
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => ([COURSE, LESSON, PROGRAMS].some((start) => id.startsWith(start)) ? `\0${id}` : null),
    async load(resolved) {
      if (!resolved.startsWith("\0virtual:")) return null;
      const id = resolved.slice(1);
      highlight ??= createHighlight();
      if (id === COURSE) {
        const folders = readLessons(root);
        for (const folder of folders) this.addWatchFile(join(pathOf(root, folder), "lesson.md"));
        return courseModule(folders);
      }
      if (id.startsWith(LESSON)) {
        const folder = find(id.slice(LESSON.length));
        this.addWatchFile(join(pathOf(root, folder), "lesson.md"));
        return exportDefault(renderLesson(folder, await highlight));
      }
      if (id.startsWith(PROGRAMS)) {
        const folder = find(id.slice(PROGRAMS.length));
        const sources = readCSources(root, folder.library, `lessons/${folderName(folder)}/lesson.md`);
        for (const name of [
          "starter.ts",
          "solution.ts",
          "rust.rs",
          ...folder.mistakes.map((m) => `mistakes/${m.name}.ts`),
        ]) {
          this.addWatchFile(join(pathOf(root, folder), name));
        }
        for (const { path } of sources) this.addWatchFile(join(root, "c-sources", folder.library, path));
        const { starter, solution, rust, mistakes } = folder;
        const programs: LessonPrograms = { starter, solution, rust, mistakes, sources };
        return exportDefault({ programs, markup: markupOf(programs, await highlight) });
      }
      return null;
    },
  };
}

/** Coloured lines of the files that are only read; see `LessonMarkup` in `src/course/catalogue.ts`. */
const markupOf = (programs: LessonPrograms, highlight: Highlight): { rust: string[]; sources: string[][] } => ({
  rust: highlight(programs.rust, "rust"),
  sources: programs.sources.map(({ text }) => highlight(text, "c")),
});

function renderLesson(folder: LessonFolder, highlight: Highlight): Lesson {
  const { number, slug, title, summary, library } = folder;
  return { number, slug, title, summary, library, ...renderMarkdown(folder.markdown, highlight) };
}

function courseModule(folders: readonly LessonFolder[]): string {
  const entries = folders.map(
    ({ number, slug, title, summary, library }) => `{
  ...${JSON.stringify({ number, slug, title, summary, library })},
  loadLesson: () => import(${JSON.stringify(LESSON + slug)}).then((module) => module.default),
  loadPrograms: () => import(${JSON.stringify(PROGRAMS + slug)}).then((module) => module.default),
}`,
  );
  return `export default [${entries.join(",\n")}];`;
}

const folderName = ({ number, slug }: LessonFolder): string => `${String(number).padStart(2, "0")}-${slug}`;
const pathOf = (root: string, folder: LessonFolder): string => join(root, "lessons", folderName(folder));
const exportDefault = (value: unknown): string => `export default ${JSON.stringify(value)};`;
