import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { SyntaxProblem } from "../contract/program.ts";
import { DEFAULT_TIME_LIMIT_MS, type RunReport } from "../contract/run.ts";
import { printReport } from "./print-report.ts";
import { runProgram } from "./run-program.ts";

/** Exit codes: it went well; the program has a fault, threw or took too long; it could not be run. */
const EXIT = { clean: 0, faulty: 1, notRun: 2 } as const;

interface Flags {
  readonly json?: boolean;
  readonly fast?: boolean;
  readonly timeLimit: string;
  readonly failMalloc?: string;
  readonly reuseFreed?: boolean;
  readonly growMemory?: boolean;
}

export function addRunCommand(program: Command): void {
  program
    .command("run")
    .argument("<program.ts>", 'a program that imports "ffi"')
    .description("run a program as the page would, and report its faults and leaks")
    .option("--json", "print one JSON object instead of text")
    .option("--fast", "run the libraries as they are at -O2, without the checker: no heap, no crossings, no leaks")
    .option("--time-limit <seconds>", "stop the program after this long", String(DEFAULT_TIME_LIMIT_MS / 1000))
    .option("--fail-malloc <n>", "let C's n-th allocation fail in each library; 0: every one")
    .option("--reuse-freed", "let the allocator give out released memory again at once")
    .option("--grow-memory", "let memory grow at every allocation, so that older views go stale")
    .action(async (file: string, flags: Flags) => {
      process.exitCode = await run(file, flags);
    });
}

async function run(file: string, flags: Flags): Promise<number> {
  const seconds = Number(flags.timeLimit);
  if (!(seconds > 0)) return refuse(`--time-limit takes a number of seconds above 0, got ${flags.timeLimit}`);
  const { failMalloc, reuseFreed, growMemory = false } = flags;
  if (failMalloc !== undefined && !/^\d{1,9}$/.test(failMalloc)) {
    return refuse(`--fail-malloc takes a whole number from 0, got ${failMalloc}`);
  }
  if (flags.fast && (failMalloc !== undefined || reuseFreed || growMemory)) {
    return refuse("--fail-malloc, --reuse-freed and --grow-memory are the checker's: leave out --fast");
  }
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(`${file} could not be read: ${code === "ENOENT" ? "there is no such file" : String(code)}`);
  }
  const outcome = await runProgram(text, {
    timeLimitMs: seconds * 1000,
    build: flags.fast ? "fast" : "checked",
    growMemory,
    ...(reuseFreed && { quarantineBytes: 0 }),
    ...(failMalloc !== undefined && { failMalloc: Number(failMalloc) }),
  });
  if (outcome.kind === "failed") return refuse(outcome.reason);
  if (outcome.kind === "refused") {
    const [first] = outcome.problems;
    if (flags.json && first) console.log(JSON.stringify(refusedReport(first), null, 2));
    return refuse(`${file}:${first?.line ?? 1}:${first?.column ?? 1}: does not parse: ${first?.message ?? ""}`);
  }
  const { report } = outcome;
  if (flags.json) console.log(JSON.stringify(report, null, 2));
  else printReport(outcome.ledger, file, text, flags.fast === true);
  return report.status === "completed" && report.faults.length === 0 ? EXIT.clean : EXIT.faulty;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return EXIT.notRun;
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
    calls: 0,
    bytesCopied: 0,
    error: { name: "SyntaxError", message: problem.message, line: problem.line },
  };
}
