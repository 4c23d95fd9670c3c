import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { CompiledProgram } from "../contract/program.ts";
import type { ProgramError } from "../trace/format.ts";

/** Where an engine's stack names the compiled program: `ffi-program.js:12:5`. */
const FRAME = /ffi-program\.js:(\d+):(\d+)/;

/** Longest message that is passed on, in UTF-16 units. */
const LONGEST = 4_000;

/** Describes an exception the program did not catch, at the learner's own line. */
export function describeUncaught(error: unknown, program: CompiledProgram): ProgramError {
  if (!(error instanceof Error))
    return { name: "Error", message: `a ${typeof error} was thrown: ${String(error)}`, line: null };
  const all = inOneError(error);
  const lines = all.map((each) => (each instanceof Error ? learnerLine(each, program) : null));
  const message =
    all.length === 1 ? String(error.message) : all.map((each, i) => named(each, lines[i]!)).join("; before it ");
  return {
    name: String(error.name),
    message: message.slice(0, LONGEST),
    line: lines.findLast((line) => line !== null) ?? learnerLine(error, program),
  };
}

/** Most errors of one that are told of: each may hide another. */
const MOST_ERRORS = 8;

/** The errors that one stands for, the last one first: one that was thrown while another was on its way has hidden that. */
function inOneError(error: Error): unknown[] {
  const all: unknown[] = [];
  let rest: unknown = error;
  while (isSuppressedError(rest) && all.length < MOST_ERRORS) {
    all.push(rest.error);
    rest = rest.suppressed;
  }
  return [...all, rest];
}

/** By its fields: a program's own class may be one, too. */
const isSuppressedError = (error: unknown): error is SuppressedError =>
  error instanceof Error && Object.hasOwn(error, "error") && Object.hasOwn(error, "suppressed");

function named(error: unknown, line: number | null): string {
  return `${String(error)}${line === null ? "" : ` (line ${line})`}`;
}

function learnerLine(error: Error, program: CompiledProgram): number | null {
  const frame = FRAME.exec(String(error.stack ?? ""));
  if (!frame || program.map === "") return null;
  const place = originalPositionFor(new TraceMap(program.map), {
    line: Number(frame[1]),
    column: Number(frame[2]) - 1,
  });
  return place.line;
}
