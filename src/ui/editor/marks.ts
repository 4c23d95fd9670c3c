import type { SyntaxProblem } from "../../contract/program.ts";
import type { Crossing, Ledger, Snapshot } from "../../ledger/index.ts";
import type { Mark } from "./editor-props.ts";

/** What the editor shows of a run: each fault at the line of the program it happened on, and what could not be read. */
export function marksOf(found: Snapshot["faults"], problems: readonly SyntaxProblem[]): Mark[] {
  const faults = found.flatMap((fault): Mark[] => {
    const at = fault.location.typescript;
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

/** Lines of the program from which C was called, each once, in order. */
export function crossedLines(ledger: Ledger | null, snapshot: Snapshot | null): number[] {
  const lines = new Set<number>();
  for (const crossing of crossingsOf(ledger, snapshot)) {
    if (crossing.direction === "call" && crossing.typescript) lines.add(crossing.typescript.line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** Lines of one C file that the run reached: definitions that were called, and lines of faults. */
export function reachedLines(
  file: string,
  ledger: Ledger | null,
  snapshot: Snapshot | null,
): { readonly called: ReadonlySet<number>; readonly faults: ReadonlyMap<number, string> } {
  const called = new Set<number>();
  for (const { c } of crossingsOf(ledger, snapshot)) if (c?.file === file) called.add(c.line);
  const faults = new Map<number, string>();
  for (const { location, code, name } of snapshot?.faults ?? []) {
    if (location.c?.file === file) faults.set(location.c.line, `${code} ${name}`);
  }
  return { called, faults };
}

/** One crossing for each function and place: a loop crosses millions of times from the same few lines. */
const crossingsOf = (ledger: Ledger | null, snapshot: Snapshot | null): Crossing[] =>
  ledger && snapshot ? ledger.firstCrossings(snapshot.step).map((index) => ledger.crossing(index)) : [];
