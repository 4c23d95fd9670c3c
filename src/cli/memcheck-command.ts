import { statSync } from "node:fs";
import type { Command } from "commander";
import { compileProgram, printMemcheck, runChecked, type CheckedProgram } from "../memcheck/index.ts";
import { visibleLine } from "../faults/visible-text.ts";
import { EXIT, refuse, refuseAtLength } from "./exit.ts";
import { addRunFlags, readRunFlags, type RunFlags } from "./run-flags.ts";
import { printError, printJson } from "./terminal.ts";

interface Flags extends RunFlags {
  readonly include: readonly string[];
  readonly define: readonly string[];
  readonly json?: boolean;
  readonly strict?: boolean;
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

export function addMemcheckCommand(program: Command): void {
  const command = program
    .command("memcheck")
    .argument("<file.c...>", "C files of one program; its own arguments follow after --")
    .description("compile a C program with the checker, run its main, and report its faults and leaks")
    .option("-I, --include <folder>", "look for included files there too", collect, [])
    .option("--strict", "refuse a program that keeps parts of itself from being checked")
    .option("-D, --define <name[=value]>", "define a macro", collect, []);
  addRunFlags(command)
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
  const settings = readRunFlags(flags);
  if (typeof settings === "string") return refuse(settings);
  const [first] = files;
  if (first === undefined) return refuse("memcheck takes at least one C file");
  for (const file of files) {
    const problem = problemWith(file);
    if (problem !== null) return refuse(problem);
  }

  const program = await compile({ files, include: flags.include, define: flags.define, strict: flags.strict === true });
  if (typeof program === "string") return refuseAtLength(program);
  if (program.warnings !== "") printError(program.warnings.trimEnd());
  for (const warning of flags.json ? [] : program.unchecked) printError(`warning: ${visibleLine(warning)}`);
  const outcome = await runChecked(program, {
    arguments: [first.replace(/\.c$/, ""), ...own],
    ...settings,
    live: !flags.json,
  });
  if (outcome.kind === "failed") return refuse(`${first} could not be run: ${outcome.reason}`);
  const { report } = outcome;
  if (flags.json) printJson(report);
  else printError(`\n${printMemcheck(outcome, program)}`);
  return report.status === "completed" && report.faults.length === 0 && report.exitCode === 0
    ? EXIT.clean
    : EXIT.faulty;
}

/** Why this cannot be a C file; null when it can. */
function problemWith(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return `${file} could not be read: there is no such file`;
  if (found.isDirectory())
    return `${file} is a folder: name the C files in it, as in ${file.replace(/\/$/, "")}/main.c`;
  return file.endsWith(".c") ? null : `${file} is no C file: the name of one ends in .c`;
}

/** The compiled program, or why there is none: clang's own text, or a sentence about a file. */
async function compile(source: Parameters<typeof compileProgram>[0]): Promise<CheckedProgram | string> {
  try {
    const compiled = await compileProgram(source);
    return compiled.ok ? compiled.program : compiled.output.trimEnd();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (path === undefined) throw error;
    return `${path} could not be read: ${code === "EACCES" ? "it may not be read by you" : String(code)}`;
  }
}
