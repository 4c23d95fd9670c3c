import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { PROGRAM_URL, type CompiledProgram } from "../contract/program.ts";
import { thrownText } from "../ffi/watching/thrown-text.ts";
import type { ProgramError } from "../trace/format.ts";

/** Where an engine's stack names the compiled program: `ffi-program.js:12:5`. */
const FRAME = new RegExp(String.raw`${PROGRAM_URL.replace(".", "\\.")}:(\d+):(\d+)`);

/** Longest message that is passed on, in UTF-16 units. */
const LONGEST = 4_000;

/** Describes an exception the program did not catch, at the learner's own line. Throws nothing, whatever was thrown. */
export function describeUncaught(error: unknown, program: CompiledProgram): ProgramError {
  const { name, message } = thrownText(error);
  if (name === null) return { name: "Error", message: `a ${typeof error} was thrown: ${message}`, line: null };
  const all = inOneError(error);
  const lines = all.map((each) => learnerLine(each, program));
  const whole = all.length === 1 ? message : all.map((each, i) => named(each, lines[i]!)).join("; before it ");
  return {
    name,
    message: whole.slice(0, LONGEST),
    line: lines.findLast((line) => line !== null) ?? learnerLine(error, program),
  };
}

/** Most errors of one that are told of: each may hide another. */
const MOST_ERRORS = 8;

/** The errors that one stands for, the last one first: one that was thrown while another was on its way has hidden that. */
function inOneError(error: unknown): unknown[] {
  const all: unknown[] = [];
  let rest: unknown = error;
  for (let both = partsOf(rest); both !== null && all.length < MOST_ERRORS; both = partsOf(rest)) {
    all.push(both.error);
    rest = both.suppressed;
  }
  return [...all, rest];
}

/** The two errors of a `SuppressedError`, known by its fields: a program's own class may be one, too. Null for others. */
function partsOf(error: unknown): { readonly error: unknown; readonly suppressed: unknown } | null {
  try {
    if (!(error instanceof Error) || !Object.hasOwn(error, "error") || !Object.hasOwn(error, "suppressed")) return null;
    const { error: later, suppressed } = error as SuppressedError;
    return { error: later, suppressed };
  } catch {
    return null;
  }
}

function named(error: unknown, line: number | null): string {
  const { name, message } = thrownText(error);
  const text = name === null || message === "" ? (name ?? message) : `${name}: ${message}`;
  return `${text}${line === null ? "" : ` (line ${line})`}`;
}

/** Null where its stack says none, and for what has no stack. */
function learnerLine(error: unknown, program: CompiledProgram): number | null {
  const frame = FRAME.exec(stackOf(error));
  if (!frame || program.map === "") return null;
  const place = originalPositionFor(new TraceMap(program.map), {
    line: Number(frame[1]),
    column: Number(frame[2]) - 1,
  });
  return place.line;
}

function stackOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.stack ?? "") : "";
  } catch {
    return "";
  }
}
