import { createStore, type StoreApi } from "zustand/vanilla";
import type { LibraryBuild, LibraryDescription } from "../contract/description.ts";
import type { CompiledProgram, CompileOutcome, SyntaxProblem } from "../contract/program.ts";
import {
  DEFAULT_QUARANTINE_BYTES,
  DEFAULT_TIME_LIMIT_MS,
  type LibraryFiles,
  type RunConditions,
} from "../contract/run.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Snapshot } from "../ledger/snapshot.ts";
import type { Sandbox } from "../sandbox/client.ts";
import type { RunOutcome } from "../sandbox/follow.ts";
import type { ProgramError } from "../trace/format.ts";
import { limitError } from "../trace/run-limit.ts";
import type { Compiler } from "./compiler.ts";
import { renderThrottle } from "./render-throttle.ts";
import { LibraryLoadError, type LibraryLoader } from "./library-files.ts";

/** Run conditions that a reader asks for, to see what a program does in them. */
export interface ChosenConditions {
  /** Memory grows at every allocation, so that views of it go stale. */
  readonly growMemory: boolean;
  /** A freed block's address is given out again at once. */
  readonly reuseAtOnce: boolean;
  /** Which allocation of C's fails, from 1; null for none. */
  readonly failMalloc: number | null;
}

/** Nothing asked for. */
export const NO_CONDITIONS: ChosenConditions = { growMemory: false, reuseAtOnce: false, failMalloc: null };

const conditionsOf = ({ growMemory, reuseAtOnce, failMalloc }: ChosenConditions): RunConditions => ({
  quarantineBytes: reuseAtOnce ? 0 : DEFAULT_QUARANTINE_BYTES,
  ...(growMemory && { growMemory: "allocation" }),
  ...(failMalloc !== null && { failMalloc }),
});

export interface RunState {
  readonly phase: "idle" | "compiling" | "loading" | "running" | "ended";
  /** How things stand after the last event that has arrived; null before the first. While a run lasts it changes once a frame at most. */
  readonly snapshot: Snapshot | null;
  /**
   * The run's own: another run has another ledger. It grows while the run lasts, and what it says of a step never changes;
   * `snapshot.step` is the length that is to be drawn.
   */
  readonly ledger: Ledger | null;
  /** The program's text as it was when this run was asked for: what lines in a report refer to, however it was edited since. */
  readonly text: string;
  /** Counts the presses of Run. What is drawn of a run is keyed by it, so that nothing of one is left in the next. */
  readonly attempt: number;
  /** Why the program was refused; empty when it was not. */
  readonly problems: readonly SyntaxProblem[];
  /** Something failed that is not the program's doing. `library`: the one that did not load, if that was it. */
  readonly failure: { readonly sentence: string; readonly library: string | null } | null;
  /** Null until the run has ended. */
  readonly outcome: RunOutcome["outcome"] | "refused" | null;
  /** What the run on screen was asked to meet; null before the first. */
  readonly conditions: ChosenConditions | null;
  /** What the next runs shall meet, until it is switched off. */
  readonly chosenConditions: ChosenConditions;
  chooseConditions(change: Partial<ChosenConditions>): void;
  /** Saves the program and runs it; a run under way is stopped. Resolves when the run has ended. */
  run(): Promise<void>;
  /** Stops at once, whatever the program does. What it did until then stays. */
  stop(): void;
  /** Runs again after a failure; what failed to load is fetched again. */
  retry(): Promise<void>;
  /** Stops, and forgets the run. */
  reset(): void;
}

export interface RunStoreOptions {
  readonly compiler: Compiler;
  readonly sandbox: Pick<Sandbox, "run" | "expect">;
  readonly libraries: LibraryLoader;
  /** Saves the program and gives its text; null when there is none to run. */
  readonly takeProgram: () => string | null;
  /** Told when a program gets hold of the worker, and when it has let go of it. */
  readonly onRunning: (running: boolean) => void;
  /** Calls back before the next picture is drawn. */
  readonly nextFrame: (task: () => void) => void;
  /** `checked` unless something else is asked for: `fast` runs without checks and without a trace of calls. */
  readonly build?: LibraryBuild;
  /** In milliseconds; else what the sandbox allows a program. */
  readonly timeLimitMs?: number;
}

/**
 * The reader of traces, with the words for all faults. No lesson's text waits for it: it comes after that, and before a
 * run asks for it.
 * @throws Error with one sentence when it does not load
 */
export async function loadLedger(): Promise<typeof Ledger> {
  try {
    return (await import("../ledger/ledger.ts")).Ledger;
  } catch {
    throw new Error(
      "The part of the page that reads what a run did has not loaded. Check the connection to this site, then try again.",
    );
  }
}

/** Libraries that are there already need no word about it. */
const LOADING_SHOWS_AFTER_MS = 50;

const EMPTY = {
  snapshot: null,
  ledger: null,
  text: "",
  problems: [],
  failure: null,
  outcome: null,
  conditions: null,
} as const;

export function createRunStore(options: RunStoreOptions): StoreApi<RunState> {
  const { compiler, sandbox, libraries, takeProgram, onRunning, nextFrame, build = "checked" } = options;
  const { timeLimitMs = DEFAULT_TIME_LIMIT_MS } = options;
  let stopCurrent = new AbortController();

  return createStore<RunState>((set, get) => {
    const begin = async (): Promise<void> => {
      stopCurrent.abort();
      const stop = new AbortController();
      stopCurrent = stop;
      // A run that was stopped or replaced has nothing more to say.
      const tell = (part: Partial<RunState>): void => {
        if (stopCurrent === stop) set(part);
      };
      const text = takeProgram();
      if (text === null) return;
      // Work goes out before the page draws that it has: a drawing takes longer than what it waits for. So what is
      // there already, such as a program that was compiled ahead, is not announced.
      const attempt = get().attempt + 1;
      const conditions = get().chosenConditions;
      const show = (part: Partial<RunState>): void =>
        tell(get().attempt === attempt ? part : { ...EMPTY, attempt, text, conditions, ...part });
      try {
        const compiling = untilStopped(compile(compiler, text), stop.signal);
        const program = await announced(compiling, () => show({ phase: "compiling" }), 0);
        if (!program.ok) return show({ phase: "ended", problems: program.problems, outcome: "refused" });
        const loading = untilStopped(loadLibraries(libraries, program.program, build), stop.signal);
        const files = await announced(loading, () => show({ phase: "loading" }), LOADING_SHOWS_AFTER_MS);
        sandbox.expect({ libraries: files, build });
        await follow(program.program, files, conditions, stop, show);
      } catch (error) {
        if (stop.signal.aborted) return show({ phase: "ended", outcome: "stopped" });
        const library = error instanceof LibraryLoadError ? error.library : null;
        show({ phase: "ended", outcome: "failed", failure: { sentence: sentenceOf(error), library } });
      }
    };

    const follow = async (
      program: CompiledProgram,
      files: readonly LibraryFiles[],
      conditions: ChosenConditions,
      stop: AbortController,
      tell: (part: Partial<RunState>) => void,
    ): Promise<void> => {
      const descriptions = files.map(({ description }) => JSON.parse(description) as LibraryDescription);
      const LoadedLedger = await untilStopped(loadLedger(), stop.signal);
      const ledger = new LoadedLedger({ spans: program.spans, descriptions, build });
      const throttle = renderThrottle(
        () => tell({ phase: "running", ledger }),
        () => tell({ snapshot: ledger.at(ledger.length) }),
        nextFrame,
      );
      onRunning(true);
      const request = {
        program,
        libraries: files,
        known: libraries.names,
        build,
        samples: true,
        ...conditionsOf(conditions),
      };
      const result = await sandbox.run(request, {
        signal: stop.signal,
        timeLimitMs,
        onStart: () => throttle.started(),
        onBatch(batch) {
          ledger.append(batch);
          throttle.changed();
        },
      });
      onRunning(false);
      throttle.close();
      // A run that never began has no end either.
      if (result.outcome !== "failed" || ledger.length > 0) ledger.end("timed-out", endError(result, timeLimitMs));
      const failure = result.outcome === "failed" ? describeFailure(result.library, result.sentence) : null;
      if (failure && failure.library !== null) libraries.forget(failure.library);
      tell({ phase: "ended", ledger, snapshot: ledger.at(ledger.length), outcome: result.outcome, failure });
    };

    return {
      ...EMPTY,
      phase: "idle",
      attempt: 0,
      chosenConditions: NO_CONDITIONS,
      chooseConditions: (change) => set({ chosenConditions: { ...get().chosenConditions, ...change } }),
      run: begin,
      retry: begin,
      stop: () => stopCurrent.abort(),
      reset() {
        stopCurrent.abort();
        stopCurrent = new AbortController();
        set({ ...EMPTY, phase: "idle" });
      },
    };
  });
}

async function compile(compiler: Compiler, text: string): Promise<CompileOutcome> {
  try {
    return await compiler.compile(text);
  } catch {
    throw new Error("The compiler did not load. Check the connection to this site, then try again.");
  }
}

/** What the program opens; all there are, where its text does not say. A name that is none is the program's own fault. */
function loadLibraries(
  libraries: LibraryLoader,
  { libraries: named }: CompiledProgram,
  build: LibraryBuild,
): Promise<LibraryFiles[]> {
  const wanted = libraries.names.filter((name) => named?.includes(name) ?? true);
  return Promise.all(wanted.map((name) => libraries.load(name, build)));
}

/** A library that arrived and would not start has the engine's reason, which says neither which it is nor what to do. */
const describeFailure = (library: string | null, sentence: string): NonNullable<RunState["failure"]> => ({
  library,
  sentence:
    library === null
      ? sentence
      : `The library “${library}” did not start, so it was damaged on its way (${sentence}). Try again; if that does not help, reload the page.`,
});

/** Says that work goes on only when it has not ended after so many milliseconds. */
function announced<T>(work: Promise<T>, say: () => void, afterMs: number): Promise<T> {
  const late = setTimeout(say, afterMs);
  return work.finally(() => clearTimeout(late));
}

/** Rejects as soon as the signal aborts, however long the work still takes. */
function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("Stopped.")), { once: true });
    if (signal.aborted) reject(new Error("Stopped."));
    work.then(resolve, reject);
  });
}

/** What the end of a run says that has none of its own; null for one that was stopped. Only the page knows its time. */
const endError = (result: RunOutcome, timeLimitMs: number): ProgramError | null => {
  if (result.outcome !== "timed-out") return null;
  const error = limitError(result.limit);
  return result.limit === "time"
    ? { ...error, message: `stopped after ${timeLimitMs / 1000} seconds: it had not ended by itself` }
    : error;
};

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : "The run could not begin. Reload the page, then try again.";
