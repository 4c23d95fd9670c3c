import { FAULTS, type FaultCode, type FaultName } from "../faults/codes.ts";
import type { Mistake } from "../contract/lesson.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { FolderFiles } from "./lesson-folder.ts";
import { parseMistake } from "./mistake.ts";
import { CourseProblem } from "./problem.ts";

/** The page of one fault, as its folder holds it: validated, but nothing rendered yet. */
export interface FaultPage {
  readonly code: FaultCode;
  readonly name: FaultName;
  readonly title: string;
  /** The prose alone, in Markdown; `faultMarkdown` is the whole page. */
  readonly prose: string;
  /** A program with this one fault, and the line that has it. */
  readonly wrong: Mistake;
  /** The text of the same program without the fault. */
  readonly right: string;
}

/** The headings of every page, in order: a reader who knows one page finds everything in the next. */
export const FAULT_SECTIONS = [
  "What happened",
  "Why it is dangerous",
  "How the playground knows",
  "How to repair it",
  "What looks like it",
] as const;

/** The name of a fault's folder in `lessons/faults/`: `FFI004-use-after-free`. */
export const faultFolder = (code: FaultCode): string => `${code}-${FAULTS[code].name}`;

/**
 * Checks one fault's folder and reads it.
 *
 * @param path of the folder; used in errors, and its last part says which fault it is about
 * @throws CourseProblem naming the file that is missing or wrong
 */
export function parseFaultPage(path: string, files: FolderFiles): FaultPage {
  const folder = path.split("/").at(-1) ?? path;
  const code = folder.slice(0, 6);
  if (!isFaultCode(code) || faultFolder(code) !== folder) {
    throw new CourseProblem(path, "a fault's folder has its code and its name, as in FFI004-use-after-free");
  }
  const need = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new CourseProblem(`${path}/${name}`, "is missing");
    if (text.trim() === "") throw new CourseProblem(`${path}/${name}`, "is empty");
    return text;
  };

  const { title, prose } = parsePage(`${path}/page.md`, need("page.md"), code);
  const wrong = parseMistake(`${path}/wrong.ts`, need("wrong.ts"));
  if (wrong.fault !== code) {
    throw new CourseProblem(
      `${path}/wrong.ts`,
      `line ${wrong.line} names ${wrong.fault}, but the page is about ${code}`,
    );
  }
  return { code, name: FAULTS[code].name, title, prose, wrong, right: need("right.ts") };
}

/** The whole page as Markdown: its heading, its prose, and the two programs. */
export function faultMarkdown({ code, name, title, prose, wrong, right }: FaultPage): string {
  const inC = wrong.cFunction === null ? "" : `, and C has it in \`${wrong.cFunction}\``;
  return [
    `# ${code} ${name}: ${title}`,
    prose.trim(),
    "## The wrong program",
    `The fault is on line ${wrong.line}${inC}.`,
    fenced(wrong.text),
    "## Its repair",
    fenced(right),
  ].join("\n\n");
}

const fenced = (program: string): string => `\`\`\`ts\n${program.trimEnd()}\n\`\`\``;

function parsePage(file: string, text: string, code: FaultCode): { readonly title: string; readonly prose: string } {
  const { matter, body: prose } = parseFrontMatter(file, text, ["code", "title"]);
  const { code: named, title } = matter;
  if (named !== code) throw new CourseProblem(file, `front matter must say code: ${code}, as the folder's name does`);
  const headings = [...prose.matchAll(/^#+ +(.*?) *$/gm)].map(([heading]) => heading);
  const wanted = FAULT_SECTIONS.map((section) => `## ${section}`);
  if (headings.join("\n") !== wanted.join("\n")) {
    throw new CourseProblem(file, `must have the headings ${wanted.join(", ")}, and no other`);
  }
  return { title, prose };
}

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(FAULTS, code);
