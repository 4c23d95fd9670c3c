import type { RunReport } from "../contract/run.ts";
import { Ledger, report } from "../ledger/index.ts";
import type { CheckedProgram } from "../toolchain/clang/compile.ts";
import { runInThread } from "../threads/traced-thread.ts";
import { limitError, type RunLimit } from "../trace/run-limit.ts";
import { parseMessage, type RunEnd, type RunOrder } from "./messages.ts";

/** What is known after a program has run: the report of every run, and what only a program of its own has. */
export interface MemcheckReport extends RunReport {
  /** What main returned or `exit` was given; null when the program did not end by itself. */
  readonly exitCode: number | null;
  /** Blocks that were still allocated at the end and that something still pointed at; none where leaks were not judged. */
  readonly reachable: { readonly blocks: number; readonly bytes: number };
}

export interface MemcheckOptions {
  /** The program's name, then its arguments. */
  readonly arguments: readonly string[];
  readonly failMalloc?: number | null;
  /** Its standard input; if not given, that of this process. */
  readonly input?: Uint8Array;
  /** Whether what it prints appears at once. */
  readonly live?: boolean;
  readonly timeLimitMs: number;
  /** What the thread starts with, if not the program's own: a test's thread that does not keep to the rules. */
  readonly entry?: URL;
}

export type MemcheckOutcome =
  | {
      readonly kind: "ran";
      readonly report: MemcheckReport;
      readonly ledger: Ledger;
      /** What ended the run from outside; null when nothing did. */
      readonly limit: RunLimit | null;
    }
  /** It could not be run, by no doing of its own. */
  | { readonly kind: "failed"; readonly reason: string };

/** Runs a checked program's main in a thread of a process of its own, for at most `timeLimitMs` milliseconds. */
export async function runChecked(program: CheckedProgram, options: MemcheckOptions): Promise<MemcheckOutcome> {
  const ledger = ledgerOf(program);
  const outcome = await runInThread<RunEnd>({
    entry: options.entry ?? new URL("worker-entry.mjs", import.meta.url),
    order: orderOf(program, options),
    parse: parseMessage,
    spans: 0,
    timeLimitMs: options.timeLimitMs,
    // V8's own stack has to be as deep as the program's.
    resourceLimits: { stackSizeMb: 32 },
    onBatch: (batch) => ledger.append(batch),
  });
  if (outcome.kind === "failed") return outcome;
  const limit = outcome.kind === "limit" ? outcome.limit : null;
  if (limit !== null) ledger.end("timed-out", limitError(limit));
  return {
    kind: "ran",
    report: reportOf(ledger, outcome.kind === "done" ? outcome.done : null, program),
    ledger,
    limit,
  };
}

const ledgerOf = (program: CheckedProgram): Ledger =>
  new Ledger({ spans: [], descriptions: [program.description], audience: "c" });

function orderOf(program: CheckedProgram, options: MemcheckOptions): RunOrder {
  return {
    wasm: program.wasm,
    program: { locations: program.description.locations, callees: program.callees, computed: program.computed },
    arguments: options.arguments,
    failMalloc: options.failMalloc ?? null,
    input: options.input ?? null,
    live: options.live ?? false,
    parentProcess: process.ppid,
  };
}

/** @param end How the run ended; null at its time limit. */
function reportOf(ledger: Ledger, end: RunEnd | null, { unchecked }: CheckedProgram): MemcheckReport {
  const { exitCode, reachable } = end ?? { exitCode: null, reachable: { blocks: 0, bytes: 0 } };
  return { ...withoutTypeScript(ledger), warnings: unchecked, exitCode, reachable };
}

/** A program that is all C has no other owner than C. */
function withoutTypeScript(ledger: Ledger): RunReport {
  const whole = report(ledger);
  const faults = whole.faults.map((fault) => ({
    ...fault,
    block: fault.block?.owner === "typescript" ? { ...fault.block, owner: "c" as const } : fault.block,
  }));
  return { ...whole, faults, heap: { ...whole.heap, ...heldWhenCutShort(ledger) } };
}

/** All that a program had allocated was its own to release, if it did not come to its end. */
function heldWhenCutShort(ledger: Ledger): Partial<RunReport["heap"]> {
  const { end } = ledger.at(ledger.length);
  if (end?.leaks !== "cut-short") return {};
  const { typescript, c } = end.held;
  return { heldBlocks: typescript.blocks + c.blocks, heldBytes: typescript.bytes + c.bytes };
}
