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
  const [report, asan, valgrind] = await Promise.all([
    memcheck(program.path, program.input),
    ABSENT.asan === null ? runAsan(program) : null,
    ABSENT.valgrind === null ? runValgrind(program) : null,
  ]);
  const ours = report.faults.map((fault) => `${fault.code}:${fault.c?.line ?? "?"}`);
  return { program, report, ours, asan, valgrind };
}

/** The rows as text: one line for each pair, what each tool finds in the wrong program, and whom it accuses of the right ones. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows
    .filter(({ program }) => program.expected !== null)
    .map((row) => [
      row.program.name.replace(/\.wrong$/, ""),
      row.ours.join(" ") || "-",
      ABSENT.asan === null ? (row.asan ?? "-") : "?",
      ABSENT.valgrind === null ? (row.valgrind ?? "-") : "?",
    ])
    .sort((one, other) => one[1]!.localeCompare(other[1]!) || one[0]!.localeCompare(other[0]!));
  const head = ["wrong program", "memcheck", "gcc AddressSanitizer", "Valgrind"];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd();
  const accused = accusedIn(rows).map((row) => `accused though right: ${row.program.name} ${row.ours.join(" ")}`);
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line), ...accused].join("\n");
}

const accusedIn = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.program.expected === null && row.ours.length > 0);

/** How many each has found. */
export function totalsOf(rows: readonly Row[]): string {
  const wrong = rows.filter(({ program }) => program.expected !== null);
  const right = rows.filter(({ program }) => program.expected === null);
  const count = (has: (row: Row) => boolean) => `${wrong.filter(has).length} of ${wrong.length}`;
  return [
    `wrong programs found:   memcheck ${count((row) => row.ours.length > 0)}`,
    `                        gcc AddressSanitizer ${ABSENT.asan ?? count((row) => row.asan !== null)}`,
    `                        Valgrind ${ABSENT.valgrind ?? count((row) => row.valgrind !== null)}`,
    `right programs accused: memcheck ${accusedIn(rows).length} of ${right.length}`,
  ].join("\n");
}
