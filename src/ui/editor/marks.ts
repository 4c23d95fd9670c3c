import type { SyntaxProblem } from "../../contract/program.ts";
import type { Crossing, Moment } from "../../ledger/moment.ts";
import type { Mark } from "./editor-props.ts";

/** What the editor shows of a run: each fault at the line of the program it happened on, and what could not be read. */
export function marksOf(found: Moment["faults"], problems: readonly SyntaxProblem[]): Mark[] {
  const faults = found.flatMap((fault): Mark[] => {
    const at = fault.where.typescript;
    if (!at) return [];
    const { line, column, endLine, endColumn } = at;
    const message = [fault.message, ...fault.notes, fault.advice].join("\n");
    return [{ kind: "fault", label: `${fault.code} ${fault.name}`, message, line, column, endLine, endColumn }];
  });
  const unread = problems.map(({ message, line, column }): Mark => ({
    kind: "problem",
    label: message,
    message,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
  }));
  return [...faults, ...unread];
}

/** Crossings looked at for the editor's margin; a loop crosses millions of times from the same few lines. */
const LIMIT = 2000;

/** Lines of the program from which C was called, each once, in order. */
export function crossedLines(ledger: { crossing(index: number): Crossing } | null, moment: Moment | null): number[] {
  const lines = new Set<number>();
  const count = Math.min(moment?.crossings ?? 0, LIMIT);
  for (let index = 0; ledger && index < count; index++) {
    const crossing = ledger.crossing(index);
    if (crossing.direction === "call" && crossing.typescript) lines.add(crossing.typescript.line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** Lines of one C file that the run reached: definitions that were called, and lines of faults. */
export function reachedLines(
  file: string,
  ledger: { crossing(index: number): Crossing } | null,
  moment: Moment | null,
): { readonly called: ReadonlySet<number>; readonly faults: ReadonlyMap<number, string> } {
  const called = new Set<number>();
  const count = Math.min(moment?.crossings ?? 0, LIMIT);
  for (let index = 0; ledger && index < count; index++) {
    const { c } = ledger.crossing(index);
    if (c?.file === file) called.add(c.line);
  }
  const faults = new Map<number, string>();
  for (const { where, code, name } of moment?.faults ?? []) {
    if (where.c?.file === file) faults.set(where.c.line, `${code} ${name}`);
  }
  return { called, faults };
}
