import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { SyntaxProblem } from "../contract/program.ts";
import { SEALED_TIME_LIMIT_MS, type RunReport } from "../contract/run.ts";
import { addConditionFlags, readConditionFlags, type ConditionFlags } from "./condition-flags.ts";
import { EXIT, refuse } from "./exit.ts";
import { printReport } from "./print-report.ts";
import { addRunFlags, readRunFlags, type RunFlags } from "./run-flags.ts";
import { runProgram } from "./run-program.ts";
import { printJson } from "./terminal.ts";

interface Flags extends RunFlags, ConditionFlags {
  readonly json?: boolean;
  readonly fast?: boolean;
  readonly sealed?: boolean;
}

export function addRunCommand(program: Command): void {
  const command = program
    .command("run")
    .argument("<program.ts>", 'a program that imports "ffi"')
    .description("run a program as the page would, and report its faults and leaks")
    .option("--json", "print one JSON object instead of text")
    .option("--fast", "run the libraries as they are at -O2, without the checker: no heap, no crossings, no leaks");
  addConditionFlags(addRunFlags(command))
    .option(
      "--sealed",
      "run it in an engine of its own, which reaches nothing of this machine: for programs of strangers",
    )
    .action(async (file: string, flags: Flags) => {
      // A sealed run has limits of its own, and the clock is there for when they fail.
      const isAsked = command.getOptionValueSource("timeLimit") !== "default";
      process.exitCode = await run(file, flags, flags.sealed && !isAsked ? SEALED_TIME_LIMIT_MS : null);
    });
}

/** @param limitMs what the flags' own time limit gives way to; null for none */
async function run(file: string, flags: Flags, limitMs: number | null): Promise<number> {
  const settings = readRunFlags(flags);
  if (typeof settings === "string") return refuse(settings);
  const asked = readConditionFlags(flags);
  if (typeof asked === "string") return refuse(asked);
  const conditions = { ...asked, ...(settings.failMalloc !== null && { failMalloc: settings.failMalloc }) };
  const timeLimitMs = limitMs ?? settings.timeLimitMs;
  if (flags.fast && Object.keys(conditions).length > 0) {
    return refuse(
      "only the checker makes run conditions, such as a failed allocation: leave out --fast or the conditions",
    );
  }
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(`${file} could not be read: ${code === "ENOENT" ? "there is no such file" : String(code)}`);
  }
  const outcome = await runProgram(text, {
    timeLimitMs,
    build: flags.fast ? "fast" : "checked",
    sealed: flags.sealed === true,
    ...conditions,
  });
  if (outcome.kind === "failed") return refuse(outcome.reason);
  if (outcome.kind === "refused") {
    const [first] = outcome.problems;
    if (flags.json && first) printJson(refusedReport(first));
    const why = first?.parses ? "" : "does not parse: ";
    return refuse(`${file}:${first?.line ?? 1}:${first?.column ?? 1}: ${why}${first?.message ?? ""}`);
  }
  const { report } = outcome;
  if (flags.json) printJson(report);
  else printReport(outcome, file, text, flags.fast === true);
  return report.status === "completed" && report.faults.length === 0 ? EXIT.clean : EXIT.faulty;
}

function refusedReport(problem: SyntaxProblem): RunReport {
  return {
    status: "refused",
    console: [],
    faults: [],
    heap: {
      liveBlocks: 0,
      leakedBlocks: 0,
      leakedBytes: 0,
      heldBlocks: 0,
      heldBytes: 0,
      leaksJudged: false,
      peakBytes: 0,
    },
    warnings: [],
    calls: 0,
    bytesCopied: 0,
    error: { name: "SyntaxError", message: problem.message, line: problem.line },
  };
}
