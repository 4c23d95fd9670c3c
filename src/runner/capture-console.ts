import inspect from "object-inspect";
import { CONSOLE_LEVELS, EventKind, type ConsoleLevel } from "../contract/trace.ts";
import type { Runtime } from "../ffi/runtime.ts";

/** Longest text of one console line, in UTF-16 units. */
const LONGEST = 10_000;

/** Sends what the program prints into the trace, as text: the page never sees the program's objects. */
export function captureConsole(runtime: Runtime, target: Console): void {
  for (const [index, level] of CONSOLE_LEVELS.entries()) {
    target[level as ConsoleLevel] = (...values: unknown[]) => {
      const { trace, site } = runtime;
      trace.event(EventKind.Console, site, 0, index, trace.string(formatLine(values)));
    };
  }
}

/** Strings as they are, everything else as a person would write it, separated by spaces. */
export function formatLine(values: readonly unknown[]): string {
  const text = values
    .map((value) =>
      typeof value === "string" ? value : inspect(value, { depth: 4, maxStringLength: 2_000, quoteStyle: "double" }),
    )
    .join(" ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
