import { EvalFlags, JSException, QuickJS, type JSValueHandle } from "quickjs-wasi";
import type { SealedEnd, SealedRun } from "../../runner/sealed-engine.ts";
import { awaitedLine } from "../../runner/awaited-line.ts";
import type { ProgramError } from "../../trace/format.ts";
import { limitError } from "../../trace/run-limit.ts";
import type { UncaughtError } from "../guest/uncaught.ts";
import { Bridge, type Crossed } from "./bridge.ts";
import { effigyOf, ENDS, isOutOfMemory, isOverflow, limitOf, Uncaught } from "./ends.ts";
import {
  BYTES_OF_A_STEP,
  MILLISECONDS_OF_A_LOOK,
  MOST_EVENTS,
  MOST_MEMORY,
  MOST_NESTED,
  MOST_STACK,
  MOST_WORK,
  RunEnded,
  START_OF_TIME_MS,
  STEPS_OF_A_LOOK,
  STEPS_OF_AN_OPERATION,
  type SealedLimit,
} from "./limits.ts";

/** The compiled module's name in stacks; `compiler/compile.ts` gives it the same. */
const PROGRAM = "ffi-program.js";
const GUEST = "ffi-inside.js";

/** Looks between two hand-overs of the trace, so that a run which is ended from outside has still told what it did. */
const LOOKS_OF_A_FLUSH = 64;

/** Functions inside that the host calls. */
type Seal = Readonly<Record<"invoke" | "nextTimer" | "runTimer" | "describe" | "setSpan", JSValueHandle>>;

/** One run in an engine of its own, from its start to its end. */
export class Engine {
  readonly #run: SealedRun;
  readonly #guest: string;
  readonly #bridge: Bridge;
  #vm!: QuickJS;
  #seal!: Seal;
  #work = 0;
  #looks = 0;
  #nested = 0;
  /** The first limit that was met: the run is over, whatever the program does about it. */
  #over: SealedLimit | null = null;
  /** Results that the engine has taken by now. */
  readonly #given: JSValueHandle[] = [];
  /** Rejections without a handler, by the promise's identity. */
  readonly #rejections = new Map<number, JSValueHandle>();

  /** @param guest the code that stands inside before the program. */
  constructor(run: SealedRun, guest: string) {
    this.#run = run;
    this.#guest = guest;
    this.#bridge = new Bridge(
      run,
      (number, args) => this.#invoke(number, args),
      (steps) => this.#charge(steps),
    );
  }

  async run(): Promise<SealedEnd> {
    const { clock } = this.#run;
    this.#vm = await QuickJS.create({
      wasm: this.#run.wasm,
      memoryLimit: MOST_MEMORY,
      maxStackSize: MOST_STACK,
      timezoneOffset: 0,
      interruptHandler: () => this.#look(),
      onUnhandledRejection: (promise, reason, isHandled) => this.#rejected(promise, reason, isHandled),
      wasi: (memory) => ({
        clock_time_get: (_clock: number, _precision: bigint, at: number) => {
          const now = BigInt(Math.round((START_OF_TIME_MS + clock.now) * 1_000_000));
          new DataView(memory.buffer).setBigUint64(at, now, true);
          return 0;
        },
        random_get: (at: number, length: number) => {
          new Uint8Array(memory.buffer, at, length).fill(7);
          return 0;
        },
        fd_write: () => 8,
      }),
    });
    try {
      this.#prepare();
      return this.#runProgram();
    } finally {
      // After a trap nothing of it can be called any more; the instance goes with the worker.
      if (this.#over === null) this.#vm.dispose();
    }
  }

  #prepare(): void {
    const vm = this.#vm;
    const host = vm.newFunction("host", (...args) => this.#operation(args));
    vm.setProp(vm.global, "__host", host);
    vm.evalCode(this.#guest, GUEST).dispose();
    const seal = vm.getProp(vm.global, vm.newString("__seal"));
    const take = (name: string) => vm.getProp(seal, vm.newString(name));
    this.#seal = {
      invoke: take("invoke"),
      nextTimer: take("nextTimer"),
      runTimer: take("runTimer"),
      describe: take("describe"),
      setSpan: take("setSpan"),
    };
    vm.evalCode("delete globalThis.__seal", GUEST).dispose();
    this.#work = 0;
    this.#looks = 0;
    this.#run.clock.now = 0;
  }

  #runProgram(): SealedEnd {
    try {
      const module = this.#vm.evalCode(this.#run.program.code, PROGRAM, EvalFlags.TYPE_MODULE);
      for (;;) {
        this.#settle();
        const due = this.#call("nextTimer").consume((handle) => handle.toNumber());
        if (module.promiseState === 2) return this.#threw(this.#rejection());
        if (due < 0) break;
        this.#run.clock.now = Math.max(this.#run.clock.now, due);
        this.#call("runTimer").dispose();
      }
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

  /** Runs what promises have left to do, and ends the run where a rejection has found no handler by then. */
  #settle(): void {
    this.#vm.executePendingJobs();
    this.#requireGoingOn();
    const rejection = this.#rejection();
    if (rejection) throw new Uncaught(rejection);
  }

  #rejection(): JSValueHandle | null {
    const [first] = this.#rejections.values();
    return first ?? null;
  }

  #rejected(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean): void {
    const key = promise.identity;
    if (isHandled) this.#rejections.delete(key);
    else this.#rejections.set(key, reason.dup());
  }

  #ending(error: unknown): SealedEnd {
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
    if (this.#over === null) return;
    this.#run.runtime.isOver = true;
    throw new RunEnded(this.#over);
  }

  #operation(handles: readonly JSValueHandle[]): JSValueHandle {
    for (const given of this.#given.splice(0)) given.dispose();
    this.#requireGoingOn();
    const [operation, span, ...args] = handles.map((handle) => this.#take(handle));
    this.#charge(STEPS_OF_AN_OPERATION);
    const { runtime, program } = this.#run;
    const at = typeof span === "number" && span > 0 && span < program.spans.length ? Math.trunc(span) : 0;
    runtime.span = at;
    if (this.#nested >= MOST_NESTED) this.#over ??= "stack";
    if (runtime.trace.length > MOST_EVENTS) this.#over ??= "trace";
    if (this.#bridge.hasPrintedAll) this.#over ??= "output";
    this.#requireGoingOn();
    this.#nested += 1;
    try {
      const result = this.#give(this.#bridge.perform(Number(operation), args));
      this.#requireGoingOn();
      return result;
    } catch (error) {
      if (isOverflow(error)) this.#over ??= "stack";
      this.#requireGoingOn();
      this.#bridge.hold(error);
      throw new Error("an operation has failed");
    } finally {
      this.#nested -= 1;
      if (this.#over === null && runtime.span !== at) this.#call("setSpan", this.#vm.newNumber(runtime.span)).dispose();
    }
  }

  /** Calls a function of the program's for C. */
  #invoke(number: number, args: readonly Crossed[]): Crossed {
    const before = this.#given.splice(0);
    try {
      const handles = [number, ...args].map((value) => this.#make(value));
      const result = this.#call("invoke", ...handles);
      handles.forEach((handle, i) => isMade(i === 0 ? number : args[i - 1]) && handle.dispose());
      const taken = this.#take(result);
      result.dispose();
      this.#requireGoingOn();
      return taken;
    } catch (error) {
      // The program's own exceptions are told as such: what comes here is the engine's end.
      this.#over ??= limitOf(error);
      this.#run.runtime.isOver = true;
      throw new RunEnded(this.#over);
    } finally {
      this.#given.push(...before);
    }
  }

  #call(name: keyof Seal, ...args: JSValueHandle[]): JSValueHandle {
    return this.#vm.callFunction(this.#seal[name], this.#vm.undefined, ...args);
  }

  /** A copy of what came from inside. */
  #take(handle: JSValueHandle): Crossed {
    if (handle.isNumber) return handle.toNumber();
    if (handle.isString) {
      const text = handle.toString();
      this.#charge(text.length / BYTES_OF_A_STEP);
      return text;
    }
    if (handle.isUndefined) return undefined;
    if (handle.isNull) return null;
    if (handle.isBool) return handle.toBoolean();
    if (handle.isBigInt) return handle.toBigInt();
    if (!handle.isObject || handle.isProxy) return undefined;
    try {
      const bytes = handle.toUint8Array();
      this.#charge(bytes.byteLength / BYTES_OF_A_STEP);
      return new Uint8Array(bytes);
    } catch {
      return undefined;
    }
  }

  #give(value: Crossed): JSValueHandle {
    const made = this.#make(value);
    if (isMade(value)) this.#given.push(made);
    return made;
  }

  #make(value: Crossed): JSValueHandle {
    const vm = this.#vm;
    switch (typeof value) {
      case "number":
        return vm.newNumber(value);
      case "bigint":
        return vm.newBigInt(BigInt.asIntN(64, value));
      case "boolean":
        return value ? vm.true : vm.false;
      case "string":
        this.#charge(value.length / BYTES_OF_A_STEP);
        return vm.newString(value);
      case "undefined":
        return vm.undefined;
      default:
        if (value === null) return vm.null;
        this.#charge(value.byteLength / BYTES_OF_A_STEP);
        return vm.newUint8Array(value);
    }
  }
}

/** Whether a handle was made for a value; the engine keeps those of the others. */
const isMade = (value: Crossed): boolean => value !== undefined && value !== null && typeof value !== "boolean";
