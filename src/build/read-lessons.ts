import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseAntiPattern, type AntiPattern } from "../course/anti-pattern.ts";
import { parseFrontMatter } from "../course/front-matter.ts";
import { orderLessons, parseFolderName, parseLessonFolder, type LessonFolder } from "../course/lesson-folder.ts";
import { CourseProblem } from "../course/problem.ts";

/** Reads every `lessons/NN-slug/` under `root`, the project's folder, in order. @throws CourseProblem naming the file */
export function readLessons(root: string): LessonFolder[] {
  const names = readdirSync(join(root, "lessons")).filter((name) => parseFolderName(name) !== null);
  return orderLessons(
    names.map((name) => parseLessonFolder(`lessons/${name}`, readFolder(join(root, "lessons", name)))),
  );
}

/** Reads every `lessons/anti-patterns/NN-slug/`, in order. @throws CourseProblem naming the file */
export function readAntiPatterns(root: string): AntiPattern[] {
  const path = "lessons/anti-patterns";
  return orderLessons(
    namesIn(join(root, path)).map((name) => parseAntiPattern(`${path}/${name}`, readFolder(join(root, path, name)))),
  );
}

/** A page of text beside the lessons. */
export interface Page {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
}

/** Reads every `lessons/pages/NN-slug.md`, in order. @throws CourseProblem naming the file */
export function readPages(root: string): Page[] {
  const path = "lessons/pages";
  return orderLessons(
    namesIn(join(root, path)).map((name) => {
      const file = `${path}/${name}`;
      const place = parseFolderName(name.replace(/\.md$/, ""));
      if (!place || !name.endsWith(".md")) throw new CourseProblem(file, "a page is named NN-slug.md, as in 01-why.md");
      const { matter, body } = parseFrontMatter(file, readFileSync(join(root, file), "utf8"), ["title", "summary"]);
      return { ...place, ...matter, markdown: body };
    }),
  );
}

export const GLOSSARY = "lessons/glossary.md";

/** The glossary's Markdown: a heading of level 2 for each term. */
export function readGlossary(root: string): string {
  const file = join(root, GLOSSARY);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const namesIn = (folder: string): string[] => (isFolder(folder) ? readdirSync(folder).sort() : []);

export interface CSource {
  readonly path: string;
  readonly text: string;
}

/** The C files of a lesson's library, headers first. @throws CourseProblem when the library has no folder or no header */
export function readCSources(root: string, library: string, askedBy: string): CSource[] {
  const folder = join(root, "c-sources", library);
  const names = isFolder(folder) ? readdirSync(folder).filter((name) => /\.[ch]$/.test(name)) : [];
  if (!names.some((name) => name.endsWith(".h"))) {
    throw new CourseProblem(askedBy, `its library is ${library}, but c-sources/${library} holds no header`);
  }
  // The interface first, and of the sources the one with its name.
  const rank = (name: string): string =>
    `${name.endsWith(".h") ? 0 : 1}${name.startsWith(`${library}.`) ? 0 : 1}${name}`;
  return names
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Every file below a folder, by its path within it with forward slashes. */
function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
  return files;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
