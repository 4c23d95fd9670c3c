import type { RunReport } from "../contract/run.ts";
import { printFault } from "../faults/print-fault.ts";
import { visibleLine } from "../faults/visible-text.ts";
import { leaksNotJudged } from "../ledger/index.ts";
import { endedByLimit } from "../trace/run-limit.ts";
import type { RunOutcome } from "./run-program.ts";
import { print, printError } from "./terminal.ts";

type Ran = Extract<RunOutcome, { kind: "ran" }>;

/**
 * Prints a run for a person: its output, its faults as a compiler would write them, and one line of totals, or, for a
 * fast run, of what was not checked.
 */
export function printReport({ report, ledger }: Ran, file: string, text: string, fast = false): void {
  for (const line of report.console) {
    if (line.level === "error" || line.level === "warn") printError(line.text);
    else print(line.text);
  }
  const { faults, end } = ledger.at(ledger.length);
  const sources = { program: { file, lines: text.split(/\r?\n/) }, c: () => null };
  for (const fault of faults) printError(["", ...printFault(fault, sources)].join("\n"));
  if (report.error) {
    const { error } = report;
    const at = visibleLine(error.line === null ? file : `${file}:${error.line}`);
    if (report.status !== "timed-out")
      printError(`\n${at}: uncaught ${visibleLine(error.name)}: ${hanging(error.message)}`);
    else printError(`\n${error.line === null ? "" : `${at}: `}${endedByLimit(error)}`);
  }
  if (!fast && end && end.leaks !== "judged") printError(`\n${leaksNotJudged(end)}`);
  printError(`\n${fast ? NOT_CHECKED : totals(report)}`);
}

/** Further lines of a program's message are indented, so that none of them can pass for one of ours. */
const hanging = (message: string): string => message.replaceAll("\n", "\n    ");

const NOT_CHECKED = "fast: neither memory nor leaks were checked, and no call was counted";

function totals(report: RunReport): string {
  const { faults, calls, bytesCopied, heap } = report;
  const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
  return [
    plural(faults.length, "fault"),
    plural(calls, "call"),
    `${plural(bytesCopied, "byte")} copied`,
    heap.leaksJudged
      ? `${plural(heap.leakedBlocks, "block")} leaked (${plural(heap.leakedBytes, "byte")}${heap.heldBlocks > 0 ? `; C still holds ${heap.heldBlocks}` : ""})`
      : "leaks not judged",
    `peak ${plural(heap.peakBytes, "byte")}`,
  ].join(", ");
}
