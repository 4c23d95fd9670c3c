import type { LibraryDescription } from "../contract/description.ts";
import { impossibleCondition } from "../contract/run-conditions.ts";
import type { RunRequest, SealedEngineFiles } from "../contract/run.ts";
import { END_STATUSES, EventKind, type EndStatus, type ProgramError, type TraceBatch } from "../trace/format.ts";
import { limitError } from "../trace/run-limit.ts";
import type { Verdict } from "../trace/verdict.ts";
import * as ffi from "../ffi/index.ts";
import type { Host } from "../ffi/host.ts";
import { tellScope } from "../ffi/language/scope.ts";
import { PointerObject } from "../ffi/memory/pointer.ts";
import { checkView, writable } from "../ffi/memory/view-origin.ts";
import { startRuntime } from "../ffi/program-runtime.ts";
import type { Runtime } from "../ffi/runtime.ts";
import { awaitedLine } from "./awaited-line.ts";
import { captureConsole } from "./capture-console.ts";
import type { EngineCache } from "./engine-cache.ts";
import type { LibraryCache } from "./library-cache.ts";
import type { ImportText, LoadedLibrary } from "./load-library.ts";
import { PendingTimers } from "./pending-timers.ts";
import type { SealedTools, VirtualClock } from "./sealed-engine.ts";
import { describeUncaught } from "./uncaught.ts";

/** What differs between the page's worker and Node's. */
export interface Surroundings {
  readonly importText: ImportText;
  /** Has what was loaded ahead; an empty one loads everything now. */
  readonly cache: LibraryCache;
  readonly engines: EngineCache;
  send(batch: TraceBatch): void;
  /**
   * Called once, when the trace has its end and all of it has been sent. The program may still be at work then.
   *
   * @param work Of a sealed run, the steps that it took.
   * @param verdict Of an exam, what came of the behaviour.
   */
  done(work?: number, verdict?: Verdict): void;
  /** Calls back when nothing is left that could go on, whatever waits. Absent where the engine does not tell. */
  readonly onIdle?: (act: () => void) => void;
  /** Called when the libraries are there, right before the program gets the scope to itself. */
  lockdown(): void;
}

/** A library could not be loaded: no doing of the program. */
export class LibraryLoadError extends Error {
  override readonly name: string = "LibraryLoadError";
  readonly library: string;
  constructor(library: string, reason: string) {
    super(reason);
    this.library = library;
  }
}

/**
 * Runs one program to its end in this scope. After an open run the scope is not fit for anything else; a sealed one leaves it as
 * it was.
 *
 * What it did is in the trace, its uncaught exceptions too; the trace's last event is `End`. A limit may end the run in the
 * middle of the program, whose further acts are then in no trace.
 *
 * @throws LibraryLoadError
 * @throws Error for a condition that no run can have
 */
export async function runProgram(request: RunRequest, surroundings: Surroundings): Promise<void> {
  const descriptions = request.libraries.map(({ description }) => JSON.parse(description) as LibraryDescription);
  const impossible = impossibleCondition(request, descriptions);
  if (impossible !== null) throw new Error(impossible);
  const libraries = await loadAll(request, surroundings.cache);
  const { sealed } = request;
  if (sealed) await runSealed(request, sealed, libraries, surroundings);
  else await runOpen(request, libraries, surroundings);
}

type Libraries = ReadonlyMap<string, LoadedLibrary>;

function hostOf(request: RunRequest, libraries: Libraries, clock: Pick<Host, "now" | "send" | "later">): Host {
  return {
    libraries: request.known,
    open(name, checks) {
      const library = libraries.get(name);
      if (!library) throw new LibraryLoadError(name, "it was not loaded before the program began");
      return library.open(checks, request);
    },
    samples: request.samples === true,
    ...clock,
  };
}

async function runOpen(request: RunRequest, libraries: Libraries, surroundings: Surroundings): Promise<void> {
  const { setTimeout } = globalThis;
  const now = performance.now.bind(performance);
  const start = now();
  let ended = false;
  const host = hostOf(request, libraries, {
    now: () => now() - start,
    send: (batch) => !ended && surroundings.send(batch),
    later: (task, milliseconds) => void setTimeout(task, milliseconds),
  });
  const runtime = startRuntime(host, ffi);
  offerOnce("__ffi", runtime);
  const conclude = (status: EndStatus, error: ProgramError | null): void => {
    if (ended) return;
    end(runtime, status, error);
    ended = true;
    surroundings.done();
  };
  captureConsole(runtime, console, () => conclude("timed-out", limitError("output")));
  const timers = new PendingTimers();
  const { promise: rejection, reject } = firstFailure();
  timers.install(globalThis, reject);
  // The importer stays the runner's: a program cannot reach it, and the lockdown may take away what it was made of.
  const { importText } = surroundings;
  surroundings.onIdle?.(() =>
    conclude("timed-out", limitError("unsettled", awaitedLine(request.program, runtime.span))),
  );
  surroundings.lockdown();

  try {
    await Promise.race([importText(request.program.code).then(() => timers.settled()), rejection]);
  } catch (thrown) {
    const error = describeUncaught(thrown, request.program);
    if (!ended) reportUncaught(runtime, thrown);
    return conclude("threw", error);
  }
  conclude("completed", null);
}

/** Runs it in an engine that shares no object with this scope, on a clock that only its own steps and timers move. */
async function runSealed(
  request: RunRequest,
  files: SealedEngineFiles,
  libraries: Libraries,
  surroundings: Surroundings,
): Promise<void> {
  const engine = await surroundings.engines.take(files);
  const clock: VirtualClock = { now: 0 };
  const readers: ((batch: TraceBatch) => void)[] = [];
  const host = hostOf(request, libraries, {
    now: () => clock.now,
    send(batch) {
      for (const read of readers) read(batch);
      surroundings.send(batch);
    },
    // The engine hands the trace over while it works; no other task gets a turn before it has ended.
    later: () => {},
  });
  const { program } = request;
  const runtime = startRuntime(host, ffi);
  const tools: SealedTools = {
    module: ffi,
    isPointer: PointerObject.is,
    checkView,
    writable,
    tellScope,
    describeUncaught,
  };
  const { status, error, thrown, work, verdict } = await engine.run({
    program,
    runtime,
    clock,
    mostWork: files.mostWork,
    tools,
    exam: files.exam ? { ...files.exam, failing: request.nullResults ?? [] } : null,
    watch: (read) => void readers.push(read),
  });
  if (thrown !== null) reportUncaught(runtime, thrown);
  end(runtime, status, error);
  surroundings.done(work, verdict);
}

/** A global for one reader: the compiled program's first line. */
function offerOnce(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      Reflect.deleteProperty(globalThis, name);
      return value;
    },
  });
}

async function loadAll(request: RunRequest, cache: LibraryCache): Promise<Map<string, LoadedLibrary>> {
  const loaded = await Promise.all(
    request.libraries.map((files) =>
      cache.take(files, request.build).catch((error: unknown) => {
        throw new LibraryLoadError(files.name, error instanceof Error ? error.message : String(error));
      }),
    ),
  );
  return new Map(loaded.map((library) => [library.name, library]));
}

/** Rejects with the first unhandled rejection, or the first uncaught exception. */
function firstFailure(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  const { promise, reject } = withReject();
  if (typeof addEventListener === "function") {
    addEventListener("unhandledrejection", (event) => {
      event.preventDefault();
      reject(event.reason);
    });
    addEventListener("error", (event) => {
      event.preventDefault();
      reject(event.error);
    });
  } else {
    process.on("unhandledRejection", (reason: unknown) => reject(reason));
    process.on("uncaughtException", (error: unknown) => reject(error));
  }
  return { promise, reject };
}

function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_resolve, fail) => (reject = fail));
  promise.catch(() => {});
  return { promise, reject };
}

/** Bytes that are not text are the program's fault only if it did not expect them. */
function reportUncaught(runtime: Runtime, thrown: unknown): void {
  const read = runtime.readAsText(thrown);
  if (!read || runtime.cameThroughC(thrown)) return;
  const detail = { code: "FFI011", function: "getCString", address: read.address } as const;
  runtime.faults.report(detail, null, null, { span: read.span });
}

/** After an exception the program did not get to its releases, so what it still holds is no fault of its own. */
function end(runtime: Runtime, status: EndStatus, error: ProgramError | null): void {
  runtime.samples?.settle();
  if (status === "completed") runtime.reportEnd();
  const { trace } = runtime;
  const text = error ? trace.string(JSON.stringify(error)) : 0;
  trace.event(EventKind.End, 0, 0, END_STATUSES.indexOf(status), text);
  trace.flush();
}
