import type { Mistake } from "../contract/lesson.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { parseFolderName, type FolderFiles } from "./lesson-folder.ts";
import { parseMistake } from "./mistake.ts";
import { CourseProblem } from "./problem.ts";

/** The page of one anti-pattern, as its folder holds it: validated, but nothing rendered yet. */
export interface AntiPattern {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
  /** A program that does it, with the one fault that comes of it. */
  readonly wrong: Mistake;
  /** The text of a program that does the same work and does not. */
  readonly right: string;
}

/**
 * Checks one folder of `lessons/anti-patterns/` and reads it.
 *
 * @param path of the folder; used in errors, and its last part is the folder's name
 * @throws CourseProblem naming the file that is missing or wrong
 */
export function parseAntiPattern(path: string, files: FolderFiles): AntiPattern {
  const place = parseFolderName(path.split("/").at(-1) ?? path);
  if (!place) throw new CourseProblem(path, "an anti-pattern's folder is named NN-slug, as in 02-leak");
  const need = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new CourseProblem(`${path}/${name}`, "is missing");
    if (text.trim() === "") throw new CourseProblem(`${path}/${name}`, "is empty");
    return text;
  };
  const { matter, body } = parseFrontMatter(`${path}/page.md`, need("page.md"), ["title", "summary"]);
  return {
    ...place,
    ...matter,
    markdown: body,
    wrong: parseMistake(`${path}/wrong.ts`, need("wrong.ts")),
    right: need("right.ts"),
  };
}
