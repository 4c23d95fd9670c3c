import { codeFrame, type FrameSpan } from "./code-frame.ts";
import { visibleLine } from "./visible-text.ts";

/** A fault that is put into words: the ledger's fit in as they are. */
export interface WordedFault {
  readonly code: string;
  readonly name: string;
  readonly message: string;
  readonly notes: readonly string[];
  readonly advice: string;
  readonly location: {
    readonly typescript: (FrameSpan & { readonly column: number }) | null;
    readonly c: (FrameSpan & { readonly column: number; readonly file: string; readonly function: string }) | null;
  };
}

/** The texts at hand, each as its lines, for what a report shows of them. */
export interface Sources {
  /** The learner's program; null when there is none. */
  readonly program: { readonly file: string; readonly lines: readonly string[] } | null;
  /** The lines of a C file; null when they are not at hand: then the report names the place alone. */
  c(file: string): readonly string[] | null;
}

/** A fault as a compiler would print it: what happened, the line with a caret below, notes, and help. Lines without ends. */
export function printFault({ code, name, message, notes, advice, location }: WordedFault, sources: Sources): string[] {
  const out = [`${code} ${name}: ${message}`];
  const { typescript, c } = location;
  if (typescript && sources.program) {
    const { file, lines } = sources.program;
    out.push(`  --> ${file}:${typescript.line}:${typescript.column}`, ...frame(lines, typescript));
  }
  if (c) {
    const lines = sources.c(c.file);
    if (lines === null) out.push(`  in C: ${c.function} (${c.file}:${c.line})`);
    else {
      const column = c.column > 0 ? `:${c.column}` : "";
      out.push(`  --> ${c.file}:${c.line}${column} in ${c.function}`, ...frame(lines, c));
    }
  }
  for (const note of notes) out.push(`  note: ${note}`);
  if (advice) out.push(`  help: ${advice}`);
  // Names and texts of the program are in them: none may begin a line of its own.
  return out.map(visibleLine);
}

/** The line, and a caret below the place in it. */
function frame(lines: readonly string[], span: FrameSpan): string[] {
  const number = String(span.line);
  const marked = codeFrame(lines, span).find((line) => line.mark !== null);
  const text = marked?.text ?? "";
  // Tabs stay tabs, so that the caret stands where the text does.
  const before = visibleLine(text.slice(0, marked?.mark?.start ?? 0)).replace(/[^\t]/g, " ");
  return [`  ${number} | ${text}`, `  ${" ".repeat(number.length)} | ${before}^`];
}
