import type { RunReport } from "../contract/run.ts";
import { printFault } from "../faults/print-fault.ts";
import { leaksNotJudged } from "../ledger/index.ts";
import type { RunOutcome } from "./run-program.ts";

type Ran = Extract<RunOutcome, { kind: "ran" }>;

const LIMITS = {
  time: "Stopped at its time limit",
  trace: "Stopped, because it did more than a trace can hold",
} as const;

/**
 * Prints a run for a person: its output, its faults as a compiler would write them, and one line of totals, or, for a
 * fast run, of what was not checked.
 */
export function printReport({ report, ledger, limit }: Ran, file: string, text: string, fast = false): void {
  for (const line of report.console) {
    if (line.level === "error" || line.level === "warn") console.error(line.text);
    else console.log(line.text);
  }
  const { faults, end } = ledger.at(ledger.length);
  const sources = { program: { file, lines: text.split(/\r?\n/) }, c: () => null };
  for (const fault of faults) console.error(["", ...printFault(fault, sources)].join("\n"));
  if (report.error) {
    const at = report.error.line === null ? file : `${file}:${report.error.line}`;
    console.error(`\n${at}: uncaught ${report.error.name}: ${report.error.message}`);
  }
  if (limit !== null) console.error(`\n${LIMITS[limit]}; what it did until then is above.`);
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
