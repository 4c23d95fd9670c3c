/**
 * What stands in the realm of the checks: the module "exercise", and the answer's exports behind the membrane. It is beside the
 * answer's engine, not in it: the answer reaches the functions that a check hands it, and nothing else.
 */
import "../../ffi/language/dispose-symbols.ts";
import { AsyncDisposableStackObject } from "../../ffi/language/async-disposable-stack.ts";
import { DisposableStackObject } from "../../ffi/language/disposable-stack.ts";
import { SuppressedErrorObject } from "../../ffi/language/suppressed-error.ts";
import type { Verdict } from "../../trace/verdict.ts";
import { ask } from "../guest/host.ts";
import { nextTimer, runTimer, timerFunctions } from "../guest/timers.ts";
import { Membrane } from "../membrane/membrane.ts";
import type { Wire } from "../membrane/wire.ts";
import { Operation } from "../operations.ts";
import { Broken, Expectation, thrownText } from "./expect.ts";
import { Random } from "../random.ts";

type Behaviour = { readonly says: string; readonly does: () => unknown };

const behaviours: Behaviour[] = [];
const membrane = new Membrane({
  exchange: (request) => ask(Operation.Exchange, request) as string,
  isOpen: false,
});
let random = new Random(0);
let answer: object = {};

const exercise = {
  check(says: string, does: () => unknown): void {
    behaviours.push({ says, does });
  },
  expect: (value: unknown, what?: string): Expectation => new Expectation(value, what),
  get random(): Random {
    return random;
  },
  hasFailed: (): boolean => ask(Operation.Fact, "failures", "") !== 0,
  calls: (name: string): number => ask(Operation.Fact, "calls", name) as number,
  held: (): number => ask(Operation.Fact, "held", "") as number,
};

for (const [name, value] of Object.entries({
  self: globalThis,
  ...timerFunctions,
  DisposableStack: DisposableStackObject,
  AsyncDisposableStack: AsyncDisposableStackObject,
  SuppressedError: SuppressedErrorObject,
})) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A module's text that exports each of these properties of a global, which it finds there once. */
function sourceOf(global: string, names: readonly string[]): string {
  const lines = names.flatMap((name) => {
    if (name === "default") return [`export default ${global}.default;`];
    return IDENTIFIER.test(name) ? [`export const ${name} = ${global}[${JSON.stringify(name)}];`] : [];
  });
  return lines.join("\n");
}

/** The two modules that the checks import, as text. */
function moduleSource(name: string): string {
  if (name === "exercise") return sourceOf("__exercise", Object.keys(exercise));
  if (name === "answer") return sourceOf("__answer", Object.keys(answer));
  throw new TypeError(`checks import from "exercise" and from "answer", and not from ${JSON.stringify(name)}`);
}

/** @returns the JSON of those of the names that the answer does not export */
function begin(namespace: string, seed: number, needs: string): string {
  random = new Random(seed);
  answer = membrane.receive(JSON.parse(namespace) as Wire) as object;
  const has = Object.keys(answer);
  for (const [name, value] of Object.entries({ __exercise: exercise, __answer: answer })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  return JSON.stringify((JSON.parse(needs) as string[]).filter((name) => !has.includes(name)));
}

/** Starts one behaviour; its verdict follows, at once or later. */
function examine(index: number, expected: string): void {
  const says = behaviours.map((behaviour) => behaviour.says);
  if (JSON.stringify(says) !== expected) {
    return judge({
      kind: "unfit",
      message: "the checks must be made as the text has them: each once, at the module's top",
    });
  }
  const attempt = async (): Promise<void> => {
    try {
      await behaviours[index]!.does();
      judge({ kind: "held" });
    } catch (error) {
      judge(verdictOf(error));
    }
  };
  void attempt();
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof Broken) return { kind: "broken", message: error.message };
  // The end of a scope has thrown, too. What was broken before says more; an exception before that one excuses nothing.
  const { error: later, suppressed: first } = suppressedIn(error);
  const told = first === undefined ? null : verdictOf(first);
  if (told?.kind === "broken") return told;
  const after = told?.kind === "threw" ? `, after ${nameText(told.name)}${told.message}` : "";
  const byAnswer = membrane.isThrownThere(later);
  if (!(later instanceof Error)) return { kind: "threw", byAnswer, name: "", message: `${thrownText(later)}${after}` };
  return { kind: "threw", byAnswer, name: String(later.name), message: `${String(later.message)}${after}` };
}

const nameText = (name: string): string => (name === "" ? "" : `${name}: `);

function suppressedIn(error: unknown): { error: unknown; suppressed?: unknown } {
  return error instanceof SuppressedErrorObject ? (error as SuppressedError) : { error };
}

function judge(verdict: Verdict): void {
  ask(Operation.Judge, JSON.stringify(verdict));
}

Reflect.deleteProperty(globalThis, "__host");

/** What the host calls. */
Object.defineProperty(globalThis, "__seal", {
  configurable: true,
  value: {
    answer: (request: string): string => membrane.answer(request),
    begin,
    examine,
    failed: (error: unknown): void => judge(verdictOf(error)),
    moduleSource,
    nextTimer,
    runTimer,
    forget: (): void => {
      Reflect.deleteProperty(globalThis, "__exercise");
      Reflect.deleteProperty(globalThis, "__answer");
    },
  },
});
