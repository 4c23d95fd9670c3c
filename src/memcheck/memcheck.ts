import { Worker } from "node:worker_threads";
import type { RunReport } from "../contract/run.ts";
import { Ledger, report } from "../ledger/index.ts";
import type { CheckedProgram } from "../toolchain/clang/compile.ts";
import type { FromWorker, RunEnd, RunOrder } from "./messages.ts";

/** What is known after a program has run: the report of every run, and what only a program of its own has. */
export interface MemcheckReport extends RunReport {
  /** What main returned or `exit` was given; null when the program did not end by itself. */
  readonly exitCode: number | null;
  /** Blocks that were still allocated at the end and that something still pointed at; none where leaks were not judged. */
  readonly reachable: { readonly blocks: number; readonly bytes: number };
}

export interface RunOptions {
  /** The program's name, then its arguments. */
  readonly arguments: readonly string[];
  readonly failMalloc?: number | null;
  /** Its standard input; if not given, that of this process. */
  readonly input?: Uint8Array;
  /** Whether what it prints appears at once. */
  readonly live?: boolean;
  readonly timeLimitMs: number;
}

export type MemcheckOutcome =
  | { readonly kind: "ran"; readonly report: MemcheckReport; readonly ledger: Ledger }
  /** It could not be run, by no doing of its own. */
  | { readonly kind: "failed"; readonly reason: string };

/** Runs a checked program's main in a thread of its own, for at most `timeLimitMs` milliseconds. */
export async function runChecked(program: CheckedProgram, options: RunOptions): Promise<MemcheckOutcome> {
  const ledger = ledgerOf(program);
  const end = await inWorker(orderOf(program, options), options.timeLimitMs, ledger);
  if (typeof end === "string") return { kind: "failed", reason: end };
  if (end === null) ledger.end("timed-out");
  return { kind: "ran", report: reportOf(ledger, end), ledger };
}

const ledgerOf = (program: CheckedProgram): Ledger =>
  new Ledger({ spans: [], descriptions: [program.description], audience: "c" });

function orderOf(program: CheckedProgram, options: RunOptions): RunOrder {
  return {
    wasm: program.wasm,
    positions: { sites: program.description.locations, callees: program.callees, computed: program.computed },
    arguments: options.arguments,
    failMalloc: options.failMalloc ?? null,
    input: options.input ?? null,
    live: options.live ?? false,
  };
}

/** @param end How the run ended; null at its time limit. */
function reportOf(ledger: Ledger, end: RunEnd | null): MemcheckReport {
  const { exitCode, reachable } = end ?? { exitCode: null, reachable: { blocks: 0, bytes: 0 } };
  return { ...withoutTypeScript(ledger), exitCode, reachable };
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
  return end?.leaks === "cut-short" ? { heldBlocks: end.held.c.blocks, heldBytes: end.held.c.bytes } : {};
}

/** How the run ended; null at its time limit, a sentence when it could not be run. */
function inWorker(order: RunOrder, timeLimitMs: number, ledger: Ledger): Promise<RunEnd | string | null> {
  // V8's own stack has to be as deep as the program's.
  const worker = new Worker(new URL("worker-entry.mjs", import.meta.url), { resourceLimits: { stackSizeMb: 32 } });
  let limit: NodeJS.Timeout | undefined;
  const ended = new Promise<RunEnd | string | null>((resolve) => {
    worker.on("error", (error) => resolve(String(error)));
    worker.on("exit", () => resolve("its thread ended before the program did"));
    worker.on("message", (message: FromWorker) => {
      switch (message.type) {
        case "ready":
          limit = setTimeout(() => resolve(null), timeLimitMs);
          worker.postMessage(order);
          return;
        case "batch":
          return ledger.append(message.batch);
        case "done":
          return resolve({ exitCode: message.exitCode, reachable: message.reachable });
        case "failed":
          return resolve(message.reason);
      }
    });
  });
  return ended.finally(async () => {
    clearTimeout(limit);
    await worker.terminate();
  });
}
