import { printFault } from "../faults/print-fault.ts";
import { visibleLine } from "../faults/visible-text.ts";
import { endedByLimit } from "../trace/run-limit.ts";
import type { CheckedProgram } from "../toolchain/clang/compile.ts";
import type { MemcheckOutcome, MemcheckReport } from "./memcheck.ts";
import { sourceLines } from "./source-lines.ts";

type Ran = Extract<MemcheckOutcome, { kind: "ran" }>;

/** Puts a run into words for a person: its faults as a compiler would write them, how it ended, and one line of totals. */
export function printMemcheck({ report, ledger }: Ran, program: CheckedProgram): string {
  const out: string[] = [];
  const sources = { program: null, c: (file: string) => sourceLines(program, file) };
  for (const fault of ledger.at(ledger.length).faults) out.push(...printFault(fault, sources), "");
  out.push(...ending(report));
  out.push(totals(report));
  return out.join("\n");
}

function ending(report: MemcheckReport): string[] {
  if (report.error) {
    if (report.status === "timed-out") return [endedByLimit(report.error)];
    const line = report.error.line === null ? "" : ` at line ${report.error.line}`;
    return [`Ended before its end${line}: ${visibleLine(report.error.message)}.`];
  }
  return report.exitCode === 0 ? [] : [`The program ended with exit code ${report.exitCode}.`];
}

function totals({ faults, heap, reachable }: MemcheckReport): string {
  const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
  const blocks = (count: number, bytes: number, what: string) =>
    `${plural(count, "block")} ${what} (${plural(bytes, "byte")})`;
  const left = heap.leaksJudged
    ? [
        blocks(heap.leakedBlocks, heap.leakedBytes, "lost"),
        blocks(reachable.blocks, reachable.bytes, "still reachable at the end"),
      ]
    : ["leaks not judged, as the program did not reach its end", blocks(heap.heldBlocks, heap.heldBytes, "still held")];
  return [plural(faults.length, "fault"), ...left, `peak ${plural(heap.peakBytes, "byte")}`].join(", ");
}
