import { EvalFlags, JSException, type JSValueHandle, type QuickJS } from "quickjs-wasi";
import type { Exam } from "../../contract/exam.ts";
import type { Verdict } from "../../trace/verdict.ts";
import type { VirtualClock } from "../../runner/sealed-engine.ts";
import { Operation } from "../operations.ts";
import { Rejections } from "./rejections.ts";
import type { ExamFacts } from "./facts.ts";
import type { Guest, GuestImage } from "./image.ts";
import { MOST_MEMORY, STEPS_OF_A_LOOK } from "./limits.ts";

/** The name of the checks in stacks. */
const CHECKS = "checks.js";

/** What the host has of the checks' realm: the functions that it calls. */
const SEAL = ["answer", "begin", "examine", "moduleSource", "nextTimer", "runTimer", "forget", "failed"] as const;
type Sealed = (typeof SEAL)[number];
type Seal = Readonly<Record<Sealed, JSValueHandle>>;

/** What stands in the realm before the checks. @param text its code */
export const checksGuest = (text: string): Guest<Sealed> => ({
  text,
  file: "exercise.js",
  seal: SEAL,
  memoryLimit: MOST_MEMORY,
  hasModules: true,
});

/** The realm as each exam begins with it. */
export type ChecksImage = GuestImage<Sealed>;

export interface ExaminerOptions {
  readonly image: ChecksImage;
  readonly exam: Exam;
  /** Steps that the checks may take. */
  readonly mostWork: number;
  readonly clock: VirtualClock;
  readonly facts: ExamFacts;
  /** Asks the answer's realm. Throws when that one's run is over. */
  exchange(request: string): string;
}

/**
 * The realm of an exercise's checks: an engine beside the answer's, which looks at one behaviour. It has a limit of work of its own,
 * so that checks without an end end, too.
 */
export class Examiner {
  readonly #options: ExaminerOptions;
  #vm!: QuickJS;
  #seal!: Seal;
  #work = 0;
  #verdict: Verdict | null = null;
  #isExamining = false;
  /** The behaviour has got something from the answer. */
  #hasAsked = false;
  /** The answer's run is over: nothing is to go on. */
  isOver = false;
  /** An end of the answer's engine that came through here, to go on where that engine was called. */
  #passing: unknown = null;
  readonly #given: JSValueHandle[] = [];
  readonly #rejections = new Rejections();

  constructor(options: ExaminerOptions) {
    this.#options = options;
  }

  /** Makes the realm. */
  async open(): Promise<void> {
    const { image, clock } = this.#options;
    const { vm, seal } = await image.start({
      clock,
      operation: (args) => this.#operation(args),
      look: () => (this.#work += STEPS_OF_A_LOOK) > this.#options.mostWork || this.isOver,
      rejected: (promise, reason, isHandled) => this.#rejections.tell(promise, reason, isHandled),
      module: (name) => vm.callFunction(seal.moduleSource, vm.undefined, vm.newString(name)).toString(),
    });
    this.#vm = vm;
    this.#seal = seal;
  }

  /** What came of the behaviour. Where nothing came, it waits for what cannot come. */
  get verdict(): Verdict {
    return this.#verdict ?? { kind: "unsettled" };
  }

  /** Starts the behaviour on an answer whose module has run. @param namespace the text of the module's namespace */
  start(namespace: string): void {
    const { checks, behaviour, seed } = this.#options.exam;
    this.#attempt(() => {
      const [missing] = JSON.parse(
        this.#call("begin", namespace, seed, JSON.stringify(checks.needs)).toString(),
      ) as string[];
      if (missing !== undefined) return this.#judge({ kind: "missing", name: missing });
      const module = this.#vm.evalCode(checks.code, CHECKS, EvalFlags.TYPE_MODULE);
      this.#vm.executePendingJobs();
      this.#call("forget");
      if (module.promiseState !== 1) {
        return this.#judge({ kind: "unfit", message: "the checks' module must run to its end at once" });
      }
      this.#isExamining = true;
      // What it imports may be data, which has crossed by now.
      this.#hasAsked = checks.needs.length > 0;
      this.#call("examine", behaviour, JSON.stringify(checks.behaviours));
    });
  }

  /** Runs what promises have left to do. Gives how many jobs there were. What was rejected and has no handler then, ends it. */
  settle(): number {
    let jobs = 0;
    this.#attempt(() => {
      jobs = this.#vm.executePendingJobs();
      const rejection = this.#rejections.first();
      // What the behaviour did not wait for fails it, too.
      if (rejection && this.#verdict?.kind === "held") this.#verdict = null;
      if (rejection && this.#verdict === null)
        this.#vm.callFunction(this.#seal.failed, this.#vm.undefined, rejection).dispose();
    });
    return jobs;
  }

  /** When its next timer is due, in milliseconds of the virtual clock; -1 when there is none. */
  nextTimer(): number {
    let due = -1;
    this.#attempt(() => {
      due = this.#call("nextTimer").toNumber();
    });
    return due;
  }

  runTimer(): void {
    this.#attempt(() => void this.#call("runTimer"));
  }

  /** What the answer's realm asks of this one. */
  answer(request: string): string {
    const before = this.#given.splice(0);
    try {
      return this.#call("answer", request).toString();
    } finally {
      this.#given.push(...before);
    }
  }

  dispose(): void {
    if (!this.isOver) this.#vm.dispose();
  }

  /** What ends the checks' own engine is the checks' doing; what ends the answer's goes on to it. */
  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#passOn();
      if (!(error instanceof JSException)) throw error;
      const message = `${error.name}: ${error.message}`;
      // Checks that work with a right answer do not end with this one: an iterator that goes on for ever, for example.
      if (this.#hasAsked)
        this.#judge({ kind: "broken", message: `the check did not come to its end with it (${message})` });
      else this.#judge({ kind: "unfit", message });
    }
    this.#passOn();
  }

  #passOn(): void {
    const error = this.#passing;
    this.#passing = null;
    if (error !== null) throw error;
  }

  /** The first verdict counts. */
  #judge(verdict: Verdict): void {
    this.#verdict ??= verdict;
  }

  #operation(handles: readonly JSValueHandle[]): JSValueHandle {
    for (const given of this.#given.splice(0)) given.dispose();
    const vm = this.#vm;
    const [operation, , first, second] = handles;
    const text = (handle: JSValueHandle | undefined): string => handle?.toString() ?? "";
    switch (operation?.toNumber()) {
      case Operation.Exchange: {
        this.#hasAsked ||= this.#isExamining;
        try {
          const made = vm.newString(this.#options.exchange(text(first)));
          this.#given.push(made);
          return made;
        } catch (error) {
          // The answer's engine has ended: this one is to end at its next look.
          this.isOver = true;
          this.#passing ??= error;
          return vm.null;
        }
      }
      case Operation.Now:
        return vm.newNumber(this.#options.clock.now);
      case Operation.Judge:
        this.#judge(JSON.parse(text(first)) as Verdict);
        return vm.undefined;
      case Operation.Fact:
        return vm.newNumber(this.#options.facts.ask(text(first), text(second)));
      default:
        return vm.undefined;
    }
  }

  #call(name: keyof Seal, ...args: readonly (string | number)[]): JSValueHandle {
    const made = args.map((arg) => (typeof arg === "string" ? this.#vm.newString(arg) : this.#vm.newNumber(arg)));
    const result = this.#vm.callFunction(this.#seal[name], this.#vm.undefined, ...made);
    for (const handle of made) handle.dispose();
    return result;
  }
}
