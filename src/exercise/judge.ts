import type { LibraryDescription } from "../contract/description.ts";
import type { CompiledChecks, Exam } from "../contract/exam.ts";
import type { CompiledProgram } from "../contract/program.ts";
import type { RunConditions } from "../contract/run.ts";
import type { FaultCode } from "../faults/codes.ts";
import type { Ledger } from "../ledger/index.ts";
import { countAllocations } from "../trace/count-allocations.ts";
import { EventKind, type TraceBatch } from "../trace/format.ts";
import type { Verdict } from "../trace/verdict.ts";
import { bindAssertions, type BoundAssertion } from "./assertions/all.ts";
import type { JudgedRun } from "./assertions/assertion.ts";
import { timesCalled } from "./assertions/crossings.ts";
import { faultsOf } from "./assertions/faults.ts";
import { conditionKinds } from "./condition-kinds.ts";
import { AS_IT_IS, conditionsFor, runConditions, type Condition, type Reached } from "./conditions.ts";
import type { Exercise } from "./exercise.ts";
import { behaviourMessage } from "./messages.ts";

/** One run, to be made sealed, with a library and an engine of its own. */
export interface ExamOrder {
  readonly program: CompiledProgram;
  readonly exam: Exam;
  readonly conditions: RunConditions;
  /** Steps that the answer may take, and the checks: far more than a right one takes, and few enough that an endless loop is told of soon. */
  readonly mostWork: number;
}

/** What came of it. */
export type ExamRun =
  | {
      readonly kind: "ran";
      readonly ledger: Ledger;
      readonly batches: readonly TraceBatch[];
      /** Null where the run ended before the behaviour did. */
      readonly verdict: Verdict | null;
    }
  /** It could not be run, or was ended by the clock: nothing was judged. */
  | { readonly kind: "failed"; readonly reason: string };

/** What makes the runs. */
export interface ExamRunner {
  run(order: ExamOrder): Promise<ExamRun>;
}

/** The library of an exercise, as the judge has to know it. */
export interface JudgedLibrary {
  readonly description: LibraryDescription;
  /** Its variants behind the same header. */
  readonly variants: readonly string[];
}

export interface CheckOptions {
  readonly exercise: Exercise;
  readonly checks: CompiledChecks;
  readonly program: CompiledProgram;
  readonly library: JudgedLibrary;
  readonly runner: ExamRunner;
  /** From which the inputs follow. */
  readonly seed: number;
  /** Called after each run. */
  readonly onRun?: (runs: number) => void;
}

/** The run in which a check failed: with these it is made again. */
export interface FailedRun {
  readonly behaviour: number;
  readonly condition: Condition;
}

export interface CheckResult {
  /** A behaviour's sentence, or the name of an assertion about memory: by this a known mistake names it. */
  readonly check: string;
  /** What must be so, as a sentence. */
  readonly name: string;
  readonly passed: boolean;
  /** What was expected and what happened; null for a check that passed. */
  readonly message: string | null;
  readonly failed: FailedRun | null;
  /** The faults of the run that failed. */
  readonly faults: readonly FaultCode[];
}

export type Judgement =
  | {
      readonly kind: "judged";
      readonly passed: boolean;
      readonly checks: readonly CheckResult[];
      readonly runs: number;
      /** The answer lacks an export that the checks import: what else is wrong with it is no mistake that is known. */
      readonly isIncomplete: boolean;
    }
  /** It could not be judged, by no doing of the answer: neither a pass nor a failure. */
  | { readonly kind: "not-judged"; readonly reason: string };

const MOST_WORK = 10_000_000;
/** Runs of one check of an answer, at most. One that wants more does too much in one behaviour. */
const MOST_RUNS = 2_000;
/** Orders of tasks that are tried where the exercise does not say how many. */
const ORDERS = 20;

/**
 * Judges an answer: every behaviour as it is and, where that holds, under every condition the answer can meet, until one fails;
 * the assertions about memory in each of those runs. The same answer, exercise and seed give the same judgement everywhere.
 */
export async function judge(options: CheckOptions): Promise<Judgement> {
  return new Judge(options).judge();
}

class Judge {
  readonly #options: CheckOptions;
  readonly #assertions: readonly BoundAssertion[];
  readonly #behaviours: (CheckResult | null)[] = [];
  readonly #memory: (CheckResult | null)[];
  /** The run of each behaviour as it is. */
  readonly #asItIs: JudgedRun[] = [];
  #runs = 0;
  #isIncomplete = false;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#assertions = bindAssertions(options.exercise.memory);
    this.#memory = this.#assertions.map(() => null);
  }

  async judge(): Promise<Judgement> {
    const { behaviours } = this.#options.checks;
    for (let index = 0; index < behaviours.length; index += 1) {
      const reason = await this.#judgeBehaviour(index);
      if (reason !== null) return { kind: "not-judged", reason };
    }
    this.#assertions.forEach((assertion, index) => {
      const broken = assertion.judgeAll(this.#asItIs);
      if (broken !== null)
        this.#memory[index] ??= this.#broken(assertion, broken, { behaviour: 0, condition: AS_IT_IS }, []);
    });
    const checks = [
      ...behaviours.map((says, index) => this.#behaviours[index] ?? passed(says, says)),
      ...this.#assertions.map(({ name, says }, index) => this.#memory[index] ?? passed(name, says)),
    ];
    return {
      kind: "judged",
      passed: checks.every((check) => check.passed),
      checks,
      runs: this.#runs,
      isIncomplete: this.#isIncomplete,
    };
  }

  /** Tries one behaviour until it fails. @returns why it could not be judged; null when it was */
  async #judgeBehaviour(behaviour: number): Promise<string | null> {
    const { exercise, library, checks } = this.#options;
    const first = await this.#run(behaviour, AS_IT_IS);
    if (typeof first === "string") return first;
    if (!first.isSound) return null;
    const conditions = conditionsFor(exercise.conditions ?? kindsFor(exercise), first.reached, {
      ...library,
      orders: exercise.orders ?? ORDERS,
    });
    if (this.#runs + conditions.length > MOST_RUNS) {
      this.#behaviours[behaviour] = {
        ...passed(checks.behaviours[behaviour]!, checks.behaviours[behaviour]!),
        passed: false,
        message: `it makes ${first.reached.allocations} allocations: more than can be tried one by one`,
        failed: { behaviour, condition: AS_IT_IS },
      };
      return null;
    }
    let hasOrders = true;
    for (const condition of conditions) {
      if (condition.kind === "order" && !hasOrders) continue;
      const run = await this.#run(behaviour, condition);
      if (typeof run === "string") return run;
      if (!run.isSound) return null;
      // Where no two tasks could ever go on, every order is the same.
      if (condition.kind === "order") hasOrders = run.hasTurns;
    }
    return null;
  }

  #broken(
    { name, says }: BoundAssertion,
    message: string,
    failed: FailedRun,
    faults: readonly FaultCode[],
  ): CheckResult {
    return { check: name, name: says, passed: false, message, failed, faults };
  }

  /** Makes one run and judges it. */
  async #run(
    behaviour: number,
    condition: Condition,
  ): Promise<{ readonly isSound: boolean; readonly reached: Reached; readonly hasTurns: boolean } | string> {
    const { checks, program, runner, seed, exercise } = this.#options;
    const order = condition.kind === "order" ? { order: condition.order } : {};
    const ran = await runner.run({
      program,
      exam: { checks, behaviour, seed, ...order },
      conditions: runConditions(condition),
      mostWork: MOST_WORK,
    });
    this.#runs += 1;
    this.#options.onRun?.(this.#runs);
    if (ran.kind === "failed") return ran.reason;
    const { ledger, verdict, batches } = ran;
    if (verdict?.kind === "unfit") return `the checks did not work: ${verdict.message}`;
    if (verdict?.kind === "missing") this.#isIncomplete = true;
    const run: JudgedRun = { ledger, hasFailed: hasFailed(ledger, condition) };
    if (condition.kind === AS_IT_IS.kind) this.#asItIs.push(run);
    const end = ledger.at(ledger.length).end;
    const failed = { behaviour, condition };
    const faults = faultsOf(run).map(({ code }) => code);
    let isSound = true;
    const message = behaviourMessage(verdict, end, run.hasFailed ? exercise.failures : []);
    if (message !== null) {
      isSound = false;
      const says = checks.behaviours[behaviour]!;
      this.#behaviours[behaviour] = { check: says, name: says, passed: false, message, failed, faults };
    }
    this.#assertions.forEach((assertion, index) => {
      const broken = assertion.judge(run);
      if (broken === null) return;
      isSound = false;
      this.#memory[index] ??= this.#broken(assertion, broken, failed, faults);
    });
    return { isSound, reached: reachedIn(ledger, batches), hasTurns: batches.some(hasTurn) };
  }
}

const passed = (check: string, name: string): CheckResult => ({
  check,
  name,
  passed: true,
  message: null,
  failed: null,
  faults: [],
});

/** An exercise that does not say has all but the orders of tasks, which cost the most and concern few. */
const kindsFor = ({ orders }: Exercise) => conditionKinds.filter((kind) => kind !== "order" || orders !== undefined);

/** Whether the conditions have made something fail: an allocation, or a function that returned NULL in place of running. */
const hasFailed = (ledger: Ledger, condition: Condition): boolean =>
  condition.kind === "null" ? timesCalled(ledger, condition.function) > 0 : ledger.refusals(ledger.length).length > 0;

const hasTurn = ({ kind }: TraceBatch): boolean => kind.includes(EventKind.Turn);

function reachedIn(ledger: Ledger, batches: readonly TraceBatch[]): Reached {
  const called = ledger.crossingKinds.filter(({ direction }) => direction === "call").map((key) => key.function);
  return { allocations: countAllocations(batches), called: new Set(called) };
}
