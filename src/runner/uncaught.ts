import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { CompiledProgram } from "../contract/program.ts";
import type { ProgramError } from "../contract/trace.ts";

/** Where an engine's stack names the compiled program: `ffi-program.js:12:5`. */
const FRAME = /ffi-program\.js:(\d+):(\d+)/;

/** Longest message that is passed on, in UTF-16 units. */
const LONGEST = 4_000;

/** Describes an exception the program did not catch, at the learner's own line. */
export function describeUncaught(error: unknown, program: CompiledProgram): ProgramError {
  if (!(error instanceof Error))
    return { name: "Error", message: `a ${typeof error} was thrown: ${String(error)}`, line: null };
  return {
    name: String(error.name),
    message: String(error.message).slice(0, LONGEST),
    line: learnerLine(error, program),
  };
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
