import { FAULTS, type FaultCode } from "../faults/codes.ts";
import type { Mistake } from "../contract/lesson.ts";
import { CourseProblem } from "./problem.ts";

const TITLE = /^\/\/\s*(\S.*?)\s*$/;
const MARK = /\/\/\s*(FFI\d{3})(?:\s+in\s+([A-Za-z_]\w*))?\s*$/;

/**
 * Reads a mistake from its own text: the first line is its title as a comment, and the line that must be blamed ends
 * with the fault's code, `// FFI004` or `// FFI004 in store_string` when a C line is to be blamed as well.
 * So the expectation sits where the author looks, and moves with the line.
 *
 * @param file named in errors; its base name without `.ts` becomes the mistake's name
 * @throws CourseProblem when the title or the mark is missing, when there are two marks, or the code names no fault
 */
export function parseMistake(file: string, text: string): Mistake {
  const lines = text.split(/\r?\n/);
  const title = TITLE.exec(lines[0] ?? "")?.[1];
  if (title === undefined) throw new CourseProblem(file, "the first line must be the mistake's title: // <title>");

  const marks = lines.flatMap((line, index) => {
    const found = MARK.exec(line);
    return found ? [{ line: index + 1, code: found[1] as string, cFunction: found[2] ?? null }] : [];
  });
  const [mark, another] = marks;
  if (mark === undefined) throw new CourseProblem(file, "no line ends with the fault it must show, as in: // FFI004");
  if (another !== undefined) {
    throw new CourseProblem(
      file,
      `lines ${mark.line} and ${another.line} both name a fault; a mistake shows exactly one`,
    );
  }
  if (!isFaultCode(mark.code)) throw new CourseProblem(file, `line ${mark.line}: there is no fault ${mark.code}`);

  const name = (file.split("/").at(-1) ?? file).replace(/\.ts$/, "");
  return { name, title, text, fault: mark.code, line: mark.line, cFunction: mark.cFunction };
}

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(FAULTS, code);
