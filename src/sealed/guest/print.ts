import { formatLine } from "../../runner/format-line.ts";
import { CONSOLE_LEVELS, type ConsoleLevel } from "../../trace/format.ts";
import { Operation } from "../operations.ts";
import { plain } from "./checked-array.ts";
import { ask } from "./host.ts";

const print = (level: ConsoleLevel, values: readonly unknown[]): void => {
  // Printing a view of C's memory reads it, once.
  ask(Operation.Print, level, formatLine(values.map(plain)));
};

/** `console`, whose lines go into the trace. */
export const guestConsole = {
  ...Object.fromEntries(CONSOLE_LEVELS.map((level) => [level, (...values: unknown[]): void => print(level, values)])),
  dir: (value: unknown): void => print("log", [value]),
  table: (value: unknown): void => print("log", [value]),
  trace: (...values: unknown[]): void => print("debug", values),
  assert: (condition?: boolean, ...values: unknown[]): void => {
    if (!condition) print("error", ["Assertion failed:", ...values]);
  },
};
