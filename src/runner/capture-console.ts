import { ConsoleBudget } from "../trace/console-budget.ts";
import { CONSOLE_LEVELS, EventKind, type ConsoleLevel } from "../trace/format.ts";
import type { Runtime } from "../ffi/runtime.ts";
import { checkView } from "../ffi/memory/view-origin.ts";
import { formatLine } from "./format-line.ts";

/**
 * Sends what the program prints into the trace, as text: the page never sees the program's objects.
 *
 * @param overflow Called in place of every line that is more than a run may print.
 */
export function captureConsole(runtime: Runtime, target: Console, overflow: () => void): void {
  const budget = new ConsoleBudget();
  const print = (level: ConsoleLevel, values: readonly unknown[]) => {
    if (budget.isSpent) return overflow();
    // Printing a view of C's memory reads it.
    for (const value of values) checkView(value, "read");
    const text = formatLine(values);
    if (!budget.take(text)) return overflow();
    const { trace, span } = runtime;
    trace.event(EventKind.Console, span, 0, CONSOLE_LEVELS.indexOf(level), trace.string(text));
  };
  for (const level of CONSOLE_LEVELS) target[level] = (...values: unknown[]) => print(level, values);
  target.dir = (value: unknown) => print("log", [value]);
  target.table = (value: unknown) => print("log", [value]);
  target.trace = (...values: unknown[]) => print("debug", values);
  target.assert = (condition?: boolean, ...values: unknown[]) => {
    if (!condition) print("error", ["Assertion failed:", ...values]);
  };
}
