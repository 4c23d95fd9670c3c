import type { Mistake } from "../contract/lesson.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { parseMistake } from "./mistake.ts";
import { CourseProblem } from "./problem.ts";

/** A lesson as its folder holds it: validated, but nothing rendered yet. */
export interface LessonFolder {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly library: string;
  readonly markdown: string;
  readonly starter: string;
  readonly solution: string;
  readonly rust: string;
  readonly mistakes: readonly Mistake[];
}

/** The programs that a question in the text may run, as the text names them. */
export const programNames = ({ mistakes }: Pick<LessonFolder, "mistakes">): string[] => [
  "starter",
  "solution",
  ...mistakes.map(({ name }) => `mistakes/${name}`),
];

/** Text of every file of the folder, by path within it: `lesson.md`, `mistakes/double-free.ts`. */
export type FolderFiles = ReadonlyMap<string, string>;

const FOLDER_NAME = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Position and address of a lesson, from its folder's name; null when the name is not `NN-slug`. */
export function parseFolderName(name: string): { readonly number: number; readonly slug: string } | null {
  const found = FOLDER_NAME.exec(name);
  return found ? { number: Number(found[1]), slug: found[2] as string } : null;
}

/**
 * Checks one lesson folder and reads it.
 *
 * @param path of the folder; used in errors, and its last part is the folder's name
 * @throws CourseProblem naming the file that is missing or wrong
 */
export function parseLessonFolder(path: string, files: FolderFiles): LessonFolder {
  const place = parseFolderName(path.split("/").at(-1) ?? path);
  if (!place) throw new CourseProblem(path, "a lesson's folder is named NN-slug, as in 02-strings");

  const need = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new CourseProblem(`${path}/${name}`, "is missing");
    if (text.trim() === "") throw new CourseProblem(`${path}/${name}`, "is empty");
    return text;
  };
  const { matter, body } = parseFrontMatter(`${path}/lesson.md`, need("lesson.md"), ["title", "summary", "library"]);
  if (body.trim() === "") throw new CourseProblem(`${path}/lesson.md`, "has no text");

  const mistakes = [...files]
    .filter(([name]) => /^mistakes\/[^/]+\.ts$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => parseMistake(`${path}/${name}`, text));
  if (mistakes.length === 0) throw new CourseProblem(`${path}/mistakes`, "a lesson needs at least one mistake");

  return {
    ...place,
    ...matter,
    markdown: body,
    starter: need("starter.ts"),
    solution: need("solution.ts"),
    rust: need("rust.rs"),
    mistakes,
  };
}

/**
 * Puts lessons in the order of their numbers.
 *
 * @throws CourseProblem when two lessons share a number or an address
 */
export function orderLessons<T extends { readonly number: number; readonly slug: string }>(lessons: readonly T[]): T[] {
  const ordered = [...lessons].sort((a, b) => a.number - b.number);
  const seen = new Map<string | number, T>();
  for (const lesson of ordered) {
    for (const key of [lesson.number, lesson.slug]) {
      if (seen.has(key)) throw new CourseProblem(`lessons/${folderName(lesson)}`, `another lesson is also ${key}`);
      seen.set(key, lesson);
    }
  }
  return ordered;
}

const folderName = (lesson: { readonly number: number; readonly slug: string }): string =>
  `${String(lesson.number).padStart(2, "0")}-${lesson.slug}`;
