import type { Command } from "commander";
import { NEVER_REUSE, type RunConditions } from "../contract/run.ts";

/** The run conditions that the command `run` can be told, as they were written; `--fail-malloc` is in `run-flags.ts`. */
export interface ConditionFlags {
  readonly failAllocation?: string;
  readonly nullResult?: readonly string[];
  readonly reuseFreed?: boolean;
  readonly neverReuse?: boolean;
  readonly growMemory?: boolean;
  readonly growAtCalls?: boolean;
  readonly variant?: readonly string[];
}

export const addConditionFlags = (command: Command): Command =>
  command
    .option(
      "--fail-allocation <n>",
      "let the n-th allocation fail, C's and TypeScript's counted together; 0: every one",
    )
    .option("--null-result <function>", "let a function return NULL instead of running; repeatable", appended)
    .option("--reuse-freed", "let the allocator give out released memory again at once")
    .option("--never-reuse", "never give out released memory again")
    .option("--grow-memory", "let memory grow at every allocation, so that older views go stale")
    .option("--grow-at-calls", "let memory grow at every call of C")
    .option("--variant <library=variant>", "open a variant of a library, with the same header; repeatable", appended);

const appended = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** What the flags say, or a sentence about the first one that says nothing. */
export function readConditionFlags(flags: ConditionFlags): Partial<RunConditions> | string {
  const { failAllocation, nullResult, reuseFreed, neverReuse, growMemory, growAtCalls } = flags;
  const variants = (flags.variant ?? []).map((text) => /^(\w+)=([\w-]+)$/.exec(text)?.slice(1) ?? text);
  const unread = variants.find((one) => typeof one === "string");
  if (unread !== undefined)
    return `--variant takes a library and its variant, as in strings=one-buffer; got "${unread}"`;
  if (failAllocation !== undefined && !/^\d{1,9}$/.test(failAllocation)) {
    return `--fail-allocation takes a whole number: 0 for every allocation, n for the n-th; got "${failAllocation}"`;
  }
  if (reuseFreed && neverReuse) return "--reuse-freed and --never-reuse are opposites: leave out one of them";
  if (growMemory && growAtCalls) return "--grow-memory and --grow-at-calls are two runs: leave out one of them";
  return {
    ...(failAllocation !== undefined && { failAllocation: Number(failAllocation) }),
    ...(nullResult !== undefined && { nullResults: nullResult }),
    ...(reuseFreed && { quarantineBytes: 0 }),
    ...(neverReuse && { quarantineBytes: NEVER_REUSE }),
    ...(growMemory && { growMemory: "allocation" }),
    ...(growAtCalls && { growMemory: "call" }),
    ...(variants.length > 0 && { variants: Object.fromEntries(variants as [string, string][]) }),
  };
}
