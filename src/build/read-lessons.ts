import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { orderLessons, parseFolderName, parseLessonFolder, type LessonFolder } from "../course/lesson-folder.ts";
import { CourseProblem } from "../course/problem.ts";

/** Reads every `lessons/NN-slug/` under `root`, the project's folder, in order. @throws CourseProblem naming the file */
export function readLessons(root: string): LessonFolder[] {
  const names = readdirSync(join(root, "lessons")).filter((name) => parseFolderName(name) !== null);
  return orderLessons(
    names.map((name) => parseLessonFolder(`lessons/${name}`, readFolder(join(root, "lessons", name)))),
  );
}

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
  const rank = (name: string): string => (name.endsWith(".h") ? `0${name}` : `1${name}`);
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
