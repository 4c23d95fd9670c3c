import { EvalFlags, JSException, type JSValueHandle, type QuickJS } from "quickjs-wasi";
import { PROGRAM_URL } from "../../contract/program.ts";
import type { SealedEnd, SealedRun } from "../../runner/sealed-engine.ts";
import { awaitedLine } from "../../runner/awaited-line.ts";
import type { ProgramError } from "../../trace/format.ts";
import { limitError } from "../../trace/run-limit.ts";
import type { UncaughtError } from "../guest/uncaught.ts";
import { Bridge } from "./bridge.ts";
import { Operation } from "../operations.ts";
import { text, type Crossed } from "./crossed.ts";
import { effigyOf, ENDS, isOutOfMemory, isOverflow, limitOf, Uncaught } from "./ends.ts";
import type { Guest, GuestImage } from "./image.ts";
import {
  MILLISECONDS_OF_A_LOOK,
  MOST_EVENTS,
  MOST_MEMORY,
  MOST_NESTED,
  MOST_WORK,
  RunEnded,
  STEPS_OF_A_LOOK,
  STEPS_OF_AN_OPERATION,
  type SealedLimit,
} from "./limits.ts";
import { Examiner, type ChecksImage } from "./examiner.ts";
import { ExamFacts } from "./facts.ts";
import { Rejections } from "./rejections.ts";
import { Turns } from "./turns.ts";
import { EngineValues, isMade } from "./values.ts";

/** Looks between two hand-overs of the trace, so that a run which is ended from outside has still told what it did. */
const LOOKS_OF_A_FLUSH = 64;

/** What the host has of the inside: the functions that it calls, and what it returns for a failure. */
const SEAL = [
  ...(["failed", "invoke", "nextTimer", "runTimer", "describe", "setSpan"] as const),
  ...(["loaded", "exchange", "orderTurns", "waitingTurns", "takeTurn"] as const),
] as const;
type Sealed = (typeof SEAL)[number];
type Seal = Readonly<Record<Sealed, JSValueHandle>>;

/** What stands inside before the program. @param text its code */
export const programGuest = (text: string): Guest<Sealed> => ({
  text,
  file: "ffi-inside.js",
  seal: SEAL,
  // Further than where the run ends: an allocation that fails may be lost in a promise, and is no end that is told.
  memoryLimit: 2 * MOST_MEMORY,
});

/** What the engines of a run begin with. */
export interface Guests {
  readonly program: GuestImage<Sealed>;
  /** Of an exam's checks; made when the first exam asks for it. */
  checks(): Promise<ChecksImage>;
}

/** One run in an engine of its own, from its start to its end. */
export class Engine {
  readonly #run: SealedRun;
  readonly #guests: Guests;
  readonly #bridge: Bridge;
  #vm!: QuickJS;
  #values!: EngineValues;
  #seal!: Seal;
  #work = 0;
  #looks = 0;
  #nested = 0;
  /** The first limit that was met: the run is over, whatever the program does about it. */
  #over: SealedLimit | null = null;
  /** Results that the engine has taken by now. */
  readonly #given: JSValueHandle[] = [];
  /** A failure of ours, which is no end of the program's. */
  #failure: unknown = null;
  /** The engine's linear memory: it grows, and never shrinks. */
  #memory: Pick<WebAssembly.Memory, "buffer"> = { buffer: new ArrayBuffer(0) };
  /** The realm of the checks, in an exam. */
  #examiner: Examiner | null = null;
  /** Decides the order of tasks, where the exam has one. */
  #turns: Turns | null = null;
  /** The text of the program's namespace, once its module has run to its end and no exam has begun yet. */
  #loaded: string | null = null;
  readonly #rejections = new Rejections();

  constructor(run: SealedRun, guests: Guests) {
    this.#run = run;
    this.#guests = guests;
    this.#bridge = new Bridge(
      run,
      (number, args) => this.#invoke(number, args),
      (steps) => this.#charge(steps),
    );
  }

  async run(): Promise<SealedEnd> {
    const { vm, seal, memory } = await this.#guests.program.start({
      clock: this.#run.clock,
      operation: (args) => this.#operation(args),
      look: () => this.#look(),
      rejected: (promise, reason, isHandled) => this.#rejections.tell(promise, reason, isHandled),
    });
    this.#vm = vm;
    this.#seal = seal;
    this.#memory = memory;
    this.#values = new EngineValues(this.#vm, (steps) => this.#charge(steps));
    try {
      this.#examiner = await this.#openExaminer();
      const end = this.#runProgram();
      return this.#examiner ? { ...end, verdict: this.#examiner.verdict } : end;
    } finally {
      this.#examiner?.dispose();
      // After a trap nothing of it can be called any more, and nothing but this run knows the instance.
      if (this.#over === null) this.#vm.dispose();
    }
  }

  async #openExaminer(): Promise<Examiner | null> {
    const { exam, clock, runtime, mostWork = MOST_WORK } = this.#run;
    if (!exam) return null;
    const facts = new ExamFacts(() => runtime.trace.flush(), exam.failing);
    this.#run.watch((batch) => facts.read(batch));
    const exchange = (request: string): string => this.#exchange(request);
    if (exam.order !== undefined) {
      this.#turns = new Turns(exam.order, runtime);
      this.#call("orderTurns").dispose();
    }
    const examiner = new Examiner({ image: await this.#guests.checks(), exam, mostWork, clock, facts, exchange });
    await examiner.open();
    return examiner;
  }

  #runProgram(): SealedEnd {
    try {
      const module = this.#vm.evalCode(this.#run.program.code, PROGRAM_URL, EvalFlags.TYPE_MODULE);
      if (this.#examiner) this.#call("loaded", module).dispose();
      while (this.#settleAll() || this.#takeTurn() || this.#runTimer());
      this.#requireGoingOn();
      if (module.promiseState !== 1) {
        return this.#ended(
          "timed-out",
          limitError("unsettled", awaitedLine(this.#run.program, this.#run.runtime.span)),
        );
      }
      return this.#ended("completed", null);
    } catch (error) {
      return this.#ending(error);
    }
  }

  /** Runs what promises have left to do, on both sides of an exam, until neither has anything. Begins the exam. */
  #settleAll(): boolean {
    this.#settle();
    const examiner = this.#examiner;
    if (!examiner) return false;
    const namespace = this.#loaded;
    this.#loaded = null;
    if (namespace !== null) examiner.start(namespace);
    const jobs = examiner.settle();
    this.#requireGoingOn();
    return namespace !== null || jobs > 0;
  }

  /** Lets one of the tasks go on that could, where the run has an order of tasks. False when none waits. */
  #takeTurn(): boolean {
    if (!this.#turns) return false;
    const text = this.#call("waitingTurns").consume((handle) => handle.toString());
    const known = (span: number): number => (this.#run.program.spans[span] ? span : 0);
    const index = this.#turns.choose(JSON.parse(text) as [number, number][], known);
    if (index === null) return false;
    this.#call("takeTurn", this.#vm.newNumber(index)).dispose();
    return true;
  }

  /** Lets the next timer act, of either side. False when there is none. */
  #runTimer(): boolean {
    const own = this.#call("nextTimer").consume((handle) => handle.toNumber());
    const theirs = this.#examiner?.nextTimer() ?? -1;
    const isTheirs = theirs >= 0 && (own < 0 || theirs < own);
    const due = isTheirs ? theirs : own;
    if (due < 0) return false;
    this.#run.clock.now = Math.max(this.#run.clock.now, due);
    if (isTheirs) this.#examiner?.runTimer();
    else this.#call("runTimer").dispose();
    return true;
  }

  /** Runs what promises have left to do, and ends the run where a rejection has found no handler by then. */
  #settle(): void {
    this.#vm.executePendingJobs();
    this.#requireGoingOn();
    const rejection = this.#rejections.first();
    if (rejection) throw new Uncaught(rejection);
  }

  #ending(error: unknown): SealedEnd {
    if (this.#failure !== null) throw this.#failure;
    if (error instanceof Uncaught) return this.#threw(error.reason);
    if (this.#over === null && error instanceof JSException && !isOutOfMemory(error)) return this.#threw(error.handle);
    return this.#metLimit((this.#over ??= limitOf(error)));
  }

  #metLimit(limit: SealedLimit): SealedEnd {
    return this.#ended("timed-out", limitError(limit, this.#line()));
  }

  /** The line at which the program stands. */
  #line(): number | null {
    return this.#run.program.spans[this.#run.runtime.span]?.line ?? null;
  }

  #threw(reason: JSValueHandle | null): SealedEnd {
    const { program, tools } = this.#run;
    let told: UncaughtError;
    try {
      const text = this.#call("describe", reason ?? this.#vm.undefined).consume((handle) => handle.toString());
      told = JSON.parse(text) as UncaughtError;
    } catch (error) {
      return this.#metLimit((this.#over ??= limitOf(error)));
    }
    const own = this.#bridge.error(told.handle);
    // The engine's own ends come as exceptions where a module or an async function meets them.
    const end = "name" in told ? ENDS[`${told.name}: ${told.message}`] : undefined;
    if (end) return this.#metLimit((this.#over ??= end));
    const described = tools.describeUncaught(effigyOf(told), program);
    // The program's side of one of the runtime's own errors is made when it is first thrown, which may be later.
    const madeAt = this.#run.runtime.faults.madeAt(own);
    const line = (madeAt !== undefined && program.spans[madeAt]?.line) || described.line;
    return { status: "threw", error: { ...described, line }, thrown: own ?? null, work: this.#work };
  }

  #ended(status: SealedEnd["status"], error: ProgramError | null): SealedEnd {
    return { status, error, thrown: null, work: this.#work };
  }

  // What the engine calls.

  /** The engine looks up from its steps. True ends the run, whatever the program catches. */
  #look(): boolean {
    this.#looks += 1;
    this.#run.clock.now += MILLISECONDS_OF_A_LOOK;
    this.#charge(STEPS_OF_A_LOOK);
    if (this.#memory.buffer.byteLength > MOST_MEMORY) this.#over ??= "memory";
    if (this.#looks % LOOKS_OF_A_FLUSH === 0) this.#run.runtime.trace.flush();
    return this.#over !== null;
  }

  #charge(steps: number): void {
    // A program's own number may be none.
    const most = this.#run.mostWork ?? MOST_WORK;
    this.#work += steps > 0 ? Math.ceil(Math.min(steps, most)) : 0;
    if (this.#work > most) this.#over ??= "work";
  }

  #requireGoingOn(): void {
    if (this.#memory.buffer.byteLength > MOST_MEMORY) this.#over ??= "memory";
    if (this.#over === null) return;
    this.#run.runtime.isOver = true;
    throw new RunEnded(this.#over);
  }

  /** Does what the program inside asks for. The result belongs to the engine until the next operation. */
  #operation(handles: readonly JSValueHandle[]): JSValueHandle {
    for (const given of this.#given.splice(0)) given.dispose();
    const [operation, span, ...args] = handles.map((handle) => this.#values.take(handle));
    this.#charge(STEPS_OF_AN_OPERATION);
    const { runtime, program } = this.#run;
    const at = typeof span === "number" && span > 0 && span < program.spans.length ? Math.trunc(span) : 0;
    if (this.#nested >= MOST_NESTED) this.#over ??= "stack";
    if (runtime.trace.length > MOST_EVENTS) this.#over ??= "trace";
    this.#nested += 1;
    try {
      this.#requireGoingOn();
      runtime.span = at;
      const result = this.#perform(Number(operation), args);
      this.#requireGoingOn();
      const made = this.#values.make(result);
      if (isMade(result)) this.#given.push(made);
      return made;
    } catch (error) {
      if (isOverflow(error)) this.#over ??= "stack";
      if (error instanceof RunEnded) this.#over ??= error.limit;
      this.#bridge.hold(this.#over === null ? error : null);
      return this.#seal.failed;
    } finally {
      this.#nested -= 1;
      if (this.#over === null && runtime.span !== at) this.#tellSpan(runtime.span);
    }
  }

  #perform(operation: number, args: readonly Crossed[]): Crossed {
    const examiner = this.#examiner;
    if (!examiner) return this.#bridge.perform(operation, args);
    switch (operation) {
      case Operation.Exchange:
        return examiner.answer(text(args[0]));
      case Operation.Loaded:
        this.#loaded = text(args[0]);
        return undefined;
      default:
        return this.#bridge.perform(operation, args);
    }
  }

  #tellSpan(span: number): void {
    const told = this.#vm.newNumber(span);
    this.#call("setSpan", told).dispose();
    told.dispose();
  }

  /** Ends the run by what came out of the engine: nothing that happens from here on is the program's. */
  #stop(error: unknown): void {
    this.#run.runtime.isOver = true;
    try {
      this.#over ??= limitOf(error);
    } catch (failure) {
      this.#failure ??= failure;
      this.#over ??= "work";
    }
  }

  /** Calls a function of the program's for C. */
  #invoke(number: number, args: readonly Crossed[]): Crossed {
    const before = this.#given.splice(0);
    try {
      const handles = [number, ...args].map((value) => this.#values.make(value));
      const result = this.#call("invoke", ...handles);
      handles.forEach((handle, i) => isMade(i === 0 ? number : args[i - 1]) && handle.dispose());
      const taken = this.#values.take(result);
      result.dispose();
      this.#requireGoingOn();
      return taken;
    } catch (error) {
      // The program's own exceptions are told as such: what comes here is the engine's end.
      this.#stop(error);
      throw error;
    } finally {
      this.#given.push(...before);
    }
  }

  /** Asks the program's side of an exam for the checks' side. */
  #exchange(request: string): string {
    const { runtime } = this.#run;
    const before = this.#given.splice(0);
    const { span } = runtime;
    try {
      this.#requireGoingOn();
      const made = this.#values.make(request);
      const reply = this.#call("exchange", made).consume((handle) => handle.toString());
      made.dispose();
      this.#requireGoingOn();
      return reply;
    } catch (error) {
      this.#stop(error);
      throw error;
    } finally {
      runtime.span = span;
      this.#given.push(...before);
    }
  }

  #call(name: keyof Seal, ...args: JSValueHandle[]): JSValueHandle {
    return this.#vm.callFunction(this.#seal[name], this.#vm.undefined, ...args);
  }
}
