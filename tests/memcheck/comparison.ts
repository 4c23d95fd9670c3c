import type { MemcheckReport } from "../../src/memcheck/index.ts";
import { ABSENT, runAsan, runValgrind, type Finding } from "./native.ts";
import { memcheck } from "./ours.ts";
import type { Program } from "./programs.ts";

/** What each of the three says of one program. A tool that is not here says nothing, and `ABSENT` says why. */
export interface Row {
  readonly program: Program;
  readonly report: MemcheckReport;
  /** `FFI005:9`: code and line of each fault. */
  readonly ours: readonly string[];
  readonly asan: Finding;
  readonly valgrind: Finding;
}

export async function compare(program: Program): Promise<Row> {
  const report = await memcheck([program.path], { text: program.input });
  return {
    program,
    report,
    ours: report.faults.map((fault) => `${fault.code}:${fault.c?.line ?? "?"}`),
    asan: ABSENT.asan === null ? runAsan(program) : null,
    valgrind: ABSENT.valgrind === null ? runValgrind(program) : null,
  };
}

/** The rows as text, one line a program. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.program.name,
    row.ours.join(" ") || "-",
    ABSENT.asan === null ? (row.asan ?? "-") : "?",
    ABSENT.valgrind === null ? (row.valgrind ?? "-") : "?",
  ]);
  const head = ["program", "memcheck", "gcc AddressSanitizer", "Valgrind"];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
