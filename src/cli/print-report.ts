import type { RunReport } from "../contract/run.ts";
import { printFault } from "../faults/print-fault.ts";
import { leaksNotJudged } from "../ledger/index.ts";
import { endedByLimit } from "../trace/run-limit.ts";
import type { RunOutcome } from "./run-program.ts";

type Ran = Extract<RunOutcome, { kind: "ran" }>;

/**
 * Prints a run for a person: its output, its faults as a compiler would write them, and one line of totals, or, for a
 * fast run, of what was not checked.
 */
export function printReport({ report, ledger }: Ran, file: string, text: string, fast = false): void {
  for (const line of report.console) {
    if (line.level === "error" || line.level === "warn") console.error(line.text);
    else console.log(line.text);
  }
  const { faults, end } = ledger.at(ledger.length);
  const sources = { program: { file, lines: text.split(/\r?\n/) }, c: () => null };
  for (const fault of faults) console.error(["", ...printFault(fault, sources)].join("\n"));
  if (report.error) {
    const { error } = report;
    const at = error.line === null ? file : `${file}:${error.line}`;
    if (report.status !== "timed-out") console.error(`\n${at}: uncaught ${error.name}: ${error.message}`);
    else console.error(`\n${error.line === null ? "" : `${at}: `}${endedByLimit(error)}`);
  }
  if (!fast && end && end.leaks !== "judged") console.error(`\n${leaksNotJudged(end)}`);
  console.error(`\n${fast ? NOT_CHECKED : totals(report)}`);
}

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
