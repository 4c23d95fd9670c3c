import type { LibraryDescription } from "../contract/description.ts";
import { nullableFunctions } from "../contract/run-conditions.ts";
import { DEFAULT_QUARANTINE_BYTES, NEVER_REUSE, type RunConditions } from "../contract/run.ts";
import type { ConditionKind } from "./condition-kinds.ts";

/** Under which conditions one run is made. The kind and the number or name say all of it. */
export type Condition =
  | { readonly kind: "as-it-is" }
  | { readonly kind: "allocation"; readonly which: number }
  | { readonly kind: "null"; readonly function: string }
  | { readonly kind: "reuse" | "never-reuse" | "growth" }
  | { readonly kind: "variant"; readonly library: string; readonly variant: string }
  | { readonly kind: "order"; readonly order: number };

export const AS_IT_IS: Condition = { kind: "as-it-is" };

/** The same, for the runner. An order of tasks is the exam's, and no condition of the library's. */
export function runConditions(condition: Condition): RunConditions {
  const usual: RunConditions = { quarantineBytes: DEFAULT_QUARANTINE_BYTES };
  switch (condition.kind) {
    case "as-it-is":
    case "order":
      return usual;
    case "allocation":
      return { ...usual, failAllocation: condition.which };
    case "null":
      return { ...usual, nullResults: [condition.function] };
    case "reuse":
      return { ...usual, quarantineBytes: 0 };
    case "never-reuse":
      return { ...usual, quarantineBytes: NEVER_REUSE };
    case "growth":
      return { ...usual, growMemory: "call" };
    case "variant":
      return { ...usual, variants: { [condition.library]: condition.variant } };
  }
}

/** The end of a sentence: "fails when …". */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "as-it-is":
      return "nothing is out of the ordinary";
    case "allocation":
      return `the ${ordinal(condition.which)} allocation fails`;
    case "null":
      return `${condition.function} returns NULL`;
    case "reuse":
      return "freed memory is reused at once";
    case "never-reuse":
      return "freed memory is never reused";
    case "growth":
      return "memory grows at every call";
    case "variant":
      return `another ${condition.library} library stands behind the same header (${condition.variant})`;
    case "order":
      return `the tasks go on in another order (order ${condition.order})`;
  }
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ordinal = (number: number): string => {
  const word = ORDINALS[number - 1];
  if (word !== undefined) return word;
  const ending = number % 100 >= 11 && number % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
};

/** What is known of an answer's run as it is, from which it follows what can be tried. */
export interface Reached {
  /** Allocations that the run made, on either side. */
  readonly allocations: number;
  /** Functions of C that the answer called. */
  readonly called: ReadonlySet<string>;
}

/** The conditions that one behaviour is tried in besides as it is. */
export function conditionsFor(
  kinds: readonly ConditionKind[],
  reached: Reached,
  { description, variants, orders }: { description: LibraryDescription; variants: readonly string[]; orders: number },
): Condition[] {
  const { name: library } = description;
  const all: Record<ConditionKind, () => Condition[]> = {
    allocation: () => numbered(reached.allocations).map((which) => ({ kind: "allocation", which })),
    null: () =>
      nullableFunctions(description)
        .filter((name) => reached.called.has(name))
        .map((name) => ({ kind: "null", function: name })),
    reuse: () => [{ kind: "reuse" }],
    "never-reuse": () => [{ kind: "never-reuse" }],
    growth: () => [{ kind: "growth" }],
    variant: () => variants.map((variant) => ({ kind: "variant", library, variant })),
    order: () => numbered(orders).map((order) => ({ kind: "order", order })),
  };
  return kinds.flatMap((kind) => all[kind]());
}

const numbered = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
