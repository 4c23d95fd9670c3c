import type { Command } from "commander";
import { DEFAULT_TIME_LIMIT_MS } from "../contract/run.ts";
import { compileProgram, printMemcheck, runChecked, type CheckedProgram } from "../memcheck/index.ts";

/** Exit codes: it went well; a fault, an early end or an exit code of its own; it could not be run. */
const EXIT = { clean: 0, faulty: 1, notRun: 2 } as const;

interface Flags {
  readonly include: readonly string[];
  readonly define: readonly string[];
  readonly failMalloc?: string;
  readonly timeLimit: string;
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

export function addMemcheckCommand(program: Command): void {
  program
    .command("memcheck")
    .argument("<file.c...>", "C files of one program; its own arguments follow after --")
    .description("compile a C program with the checker, run its main, and report its faults and leaks")
    .option("-I, --include <folder>", "look for included files there too", collect, [])
    .option("-D, --define <name[=value]>", "define a macro", collect, [])
    .option("--fail-malloc <n>", "let the n-th allocation fail; 0 lets every one fail")
    .option("--time-limit <seconds>", "stop the program after this long", String(DEFAULT_TIME_LIMIT_MS / 1000))
    .option("--json", "print one JSON object instead of text")
    .action(async (operands: readonly string[], flags: Flags) => {
      process.exitCode = await memcheck(...splitOperands(operands), flags);
    });
}

/** What follows `--` belongs to the program. The parser leaves the mark out, so it is looked up where it was written. */
function splitOperands(operands: readonly string[]): [files: readonly string[], own: readonly string[]] {
  const mark = process.argv.indexOf("--");
  const own = mark < 0 ? 0 : process.argv.length - mark - 1;
  return [operands.slice(0, operands.length - own), operands.slice(operands.length - own)];
}

async function memcheck(files: readonly string[], own: readonly string[], flags: Flags): Promise<number> {
  const seconds = Number(flags.timeLimit);
  if (!(seconds > 0)) return refuse(`--time-limit takes a number of seconds above 0, got ${flags.timeLimit}`);
  const failMalloc = flags.failMalloc === undefined ? null : Number(flags.failMalloc);
  if (failMalloc !== null && !(Number.isInteger(failMalloc) && failMalloc >= 0)) {
    return refuse(`--fail-malloc takes a whole number from 0, got ${flags.failMalloc}`);
  }
  const [first] = files;
  if (first === undefined) return refuse("memcheck takes at least one C file");

  const program = await compile({ files, include: flags.include, define: flags.define });
  if (typeof program === "string") return refuse(program);
  if (program.warnings !== "") console.error(program.warnings.trimEnd());
  const outcome = await runChecked(program, {
    arguments: [first.replace(/\.c$/, ""), ...own],
    failMalloc,
    live: !flags.json,
    timeLimitMs: seconds * 1000,
  });
  if (outcome.kind === "failed") return refuse(`${first} could not be run: ${outcome.reason}`);
  const { report, ledger } = outcome;
  if (flags.json) console.log(JSON.stringify(report, null, 2));
  else console.error(`\n${printMemcheck(report, ledger, program)}`);
  return report.status === "completed" && report.faults.length === 0 && report.exitCode === 0
    ? EXIT.clean
    : EXIT.faulty;
}

/** The compiled program, or why there is none: clang's own text, or a sentence about a file. */
async function compile(source: Parameters<typeof compileProgram>[0]): Promise<CheckedProgram | string> {
  try {
    const compiled = await compileProgram(source);
    return compiled.ok ? compiled.program : compiled.output.trimEnd();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (path === undefined) throw error;
    return `${path} could not be read: ${code === "ENOENT" ? "there is no such file" : String(code)}`;
  }
}

function refuse(sentence: string): number {
  console.error(sentence);
  return EXIT.notRun;
}
