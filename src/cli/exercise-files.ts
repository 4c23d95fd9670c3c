import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFolderName } from "../course/lesson-folder.ts";
import { CourseProblem } from "../course/problem.ts";
import { ExerciseProblem, readExercise, readExerciseFolder, type Exercise } from "../exercise/index.ts";

const LESSONS = fileURLToPath(new URL("../../lessons/", import.meta.url));
const EXERCISES = join(LESSONS, "exercises");

/** Folders of the exercises that come with the project, by id. A lesson's challenge has the lesson's slug with `-challenge`. */
export function builtInExercises(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of foldersIn(EXERCISES)) {
    const place = parseFolderName(name);
    if (place) found.set(place.slug, join(EXERCISES, name));
  }
  for (const name of foldersIn(LESSONS)) {
    const place = parseFolderName(name);
    const folder = join(LESSONS, name, "challenge");
    if (place && isFolder(folder)) found.set(`${place.slug}-challenge`, folder);
  }
  return found;
}

/**
 * Reads an exercise: the id of one that comes with the project, a folder, or a JSON file.
 *
 * @throws Error with one sentence that says what is wrong, and where
 */
export function readExerciseAt(asked: string): Exercise {
  const builtIn = builtInExercises().get(asked);
  if (builtIn !== undefined) return readFolderAt(builtIn, asked);
  if (isFolder(asked)) return readFolderAt(asked, idOf(asked));
  let text: string;
  try {
    text = readFileSync(asked, "utf8");
  } catch {
    const ids = [...builtInExercises().keys()].join(", ");
    throw new ExerciseProblem(asked, `is neither an exercise (${ids}) nor a folder or file that can be read`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ExerciseProblem(asked, "is no JSON: an exercise is one JSON value, or a folder with a task.md");
  }
  return readExercise(asked, value);
}

/** Whether an error is a sentence about an exercise, and no failure of ours. */
export const isProblem = (error: unknown): error is Error =>
  error instanceof ExerciseProblem || error instanceof CourseProblem;

function readFolderAt(folder: string, id: string): Exercise {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
  return readExerciseFolder(relative(process.cwd(), folder) || ".", id, files);
}

/** A folder's name without the number; a challenge's folder has its lesson's name. */
function idOf(folder: string): string {
  const path = resolve(folder);
  const name = basename(path);
  if (name === "challenge") {
    const lesson = parseFolderName(basename(resolve(path, "..")));
    if (lesson) return `${lesson.slug}-challenge`;
  }
  return parseFolderName(name)?.slug ?? name;
}

const foldersIn = (path: string): string[] => (isFolder(path) ? readdirSync(path).sort() : []);
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
