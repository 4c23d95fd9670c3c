import { splitFrontMatter } from "../course/front-matter.ts";
import type { FolderFiles } from "../course/lesson-folder.ts";
import { readExercise, type Exercise, type KnownMistake } from "./exercise.ts";
import { ExerciseProblem } from "./problem.ts";

/**
 * Reads an exercise from the files of its folder:
 *
 * - `task.md`: front matter with `title summary level library holds`, and where wanted `memory conditions orders failures`;
 *   below it the task.
 * - `starter.ts`, `solution.ts`, `checks.ts`
 * - `hints.md`: the hints, the gentlest first, a line `---` between two.
 * - `mistakes/NAME.ts`: wrong answers. Each begins with what it is to be recognised by, as comments (see `readMistake`).
 *
 * @param path of the folder, for messages
 * @param id the exercise's id: its folder's name without the number
 * @throws ExerciseProblem, or CourseProblem for a front matter that is none
 */
export function readExerciseFolder(path: string, id: string, files: FolderFiles): Exercise {
  const need = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new ExerciseProblem(`${path}/${name}`, "is missing");
    return text;
  };
  const unknown = [...files.keys()].find((name) => !FILES.has(name) && !MISTAKE.test(name));
  if (unknown !== undefined) throw new ExerciseProblem(`${path}/${unknown}`, "is no file of an exercise");
  const { data, body } = splitFrontMatter(`${path}/task.md`, need("task.md"));
  if (typeof data !== "object" || data === null)
    throw new ExerciseProblem(`${path}/task.md`, "front matter has no keys");
  const mistakes = [...files]
    .filter(([name]) => MISTAKE.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => readMistake(`${path}/${name}`, name, text));
  return readExercise(path, {
    memory: [],
    failures: [],
    ...data,
    version: 1,
    id,
    task: body,
    starter: need("starter.ts"),
    hints: need("hints.md").split(/^---\s*$/m),
    checks: need("checks.ts"),
    known: mistakes.map(({ known }) => known),
    author: {
      solution: need("solution.ts"),
      mistakes: mistakes.map(({ name, text }, known) => ({ name, text, known })),
    },
  });
}

const FILES = new Set(["task.md", "starter.ts", "solution.ts", "checks.ts", "hints.md"]);
const MISTAKE = /^mistakes\/([^/]+)\.ts$/;

/** The words a mistake's first comments begin with, and what each is in the exercise. */
const WORDS: Readonly<Record<string, keyof KnownMistake>> = {
  Says: "says",
  Check: "check",
  When: "when",
  Fault: "fault",
  Part: "part",
};

/**
 * A wrong answer. Its first lines are comments, each a word and what follows it: `// Says: what the learner is told.`,
 * `// Check: the check that fails`, and where wanted `// When: allocation`, `// Fault: FFI002`, `// Part: of the message`. A line that
 * begins with no word goes on with the one before. They are no part of the answer.
 */
function readMistake(file: string, path: string, text: string): { name: string; text: string; known: KnownMistake } {
  const lines = text.split(/\r?\n/);
  const known: Record<string, string> = {};
  let key: string | null = null;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const comment = /^\/\/ ?(.*)$/.exec(lines[at]!);
    if (!comment) break;
    const said = comment[1]!;
    const found = /^([A-Z][a-z]+): (.*)$/.exec(said);
    const word: string | undefined = found ? WORDS[found[1]!] : undefined;
    if (found && word !== undefined) {
      key = word;
      known[key] = found[2]!;
    } else if (key === null) break;
    else known[key] += ` ${said.trim()}`;
  }
  if (known["says"] === undefined || known["check"] === undefined) {
    throw new ExerciseProblem(
      file,
      "begins with // Says: what the learner is told, and // Check: the check that fails",
    );
  }
  return {
    name: MISTAKE.exec(path)![1]!,
    text: lines.slice(at).join("\n").trimStart(),
    known: known as unknown as KnownMistake,
  };
}
