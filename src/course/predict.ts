import { CourseProblem } from "./problem.ts";

/** A text, cut at its questions: Markdown, a question, Markdown … */
export type TextPart =
  { readonly kind: "markdown"; readonly markdown: string } | { readonly kind: "predict"; readonly predict: Predict };

/** A question that the reader answers before running something. Its texts are Markdown. */
export interface Predict {
  /** Which of the folder's programs answers it: `starter`, `solution`, `mistakes/NAME`. */
  readonly program: string;
  readonly question: string;
  /** Two or more, one of them right. */
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  /** Shown once a choice was made. */
  readonly explanation: string;
}

const OPEN = /^::: *predict(?:[ \t]+(.*?))?[ \t]*$/;
const CLOSE = /^:::[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const OPTION = /^- \[([ xX])\][ \t]+(.*)$/;

/**
 * Cuts a text at its `::: predict PROGRAM` blocks. What stands in a fence of code is left as it is.
 *
 * @param file named in errors
 * @param programs the programs that a question may run
 * @throws CourseProblem when a block is not closed, names no program, or has no question, no two options, not exactly
 *   one right option, or no explanation
 */
export function splitAtQuestions(file: string, markdown: string, programs: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  let block: { readonly program: string; readonly begin: number; readonly lines: string[] } | null = null;
  const flush = (): void => {
    if (lines.some((line) => line.trim() !== "")) parts.push({ kind: "markdown", markdown: lines.join("\n") });
    lines = [];
  };
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    const open: RegExpExecArray | null = fence === null ? OPEN.exec(line) : null;
    if (block === null && open) {
      flush();
      block = { program: open[1] ?? "", begin: index + 1, lines: [] };
    } else if (block !== null && fence === null && CLOSE.test(line)) {
      parts.push({ kind: "predict", predict: parseBlock(file, block, programs) });
      block = null;
    } else {
      (block?.lines ?? lines).push(line);
    }
  }
  if (block) throw new CourseProblem(file, `the question of line ${block.begin} is not closed by a line :::`);
  flush();
  return parts;
}

function parseBlock(
  file: string,
  { program, begin, lines }: { readonly program: string; readonly begin: number; readonly lines: readonly string[] },
  programs: readonly string[],
): Predict {
  const fail = (reason: string): never => {
    throw new CourseProblem(file, `the question of line ${begin} ${reason}`);
  };
  if (!programs.includes(program)) fail(`runs “${program}”, which is none of: ${programs.join(", ")}`);
  const first = lines.findIndex((line) => OPTION.test(line));
  if (first < 0) fail("has no options, as in: - [x] Nobody can say");

  const options: { text: string; right: boolean }[] = [];
  let rest = first;
  for (; rest < lines.length; rest += 1) {
    const line = lines[rest] ?? "";
    const option = OPTION.exec(line);
    const last = options.at(-1);
    if (option) options.push({ text: option[2] ?? "", right: option[1] !== " " });
    // An option that is longer than a line goes on with its lines set in.
    else if (last && /^ {2,}\S/.test(line)) last.text += ` ${line.trim()}`;
    else if (line.trim() !== "") break;
  }
  const question = lines.slice(0, first).join("\n").trim();
  const explanation = lines.slice(rest).join("\n").trim();
  if (question === "") fail("asks nothing");
  if (options.length < 2) fail("needs two options at least");
  if (options.filter(({ right }) => right).length !== 1) fail("needs exactly one right option, - [x]");
  if (explanation === "") fail("explains nothing after its options");
  return { program, question, options, explanation };
}
