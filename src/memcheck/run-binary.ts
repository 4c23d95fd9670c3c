import { isatty } from "node:tty";
import { WASI } from "@bjorn3/browser_wasi_shim";
import {
  CONSOLE_LEVELS,
  END_STATUSES,
  EventKind,
  type EndStatus,
  type ProgramError,
  type TraceBatch,
} from "../trace/format.ts";
import { visibleText } from "../faults/visible-text.ts";
import type { CheckerImports, ProgramImports } from "../contract/checker-abi.ts";
import { ConsoleBudget } from "../trace/console-budget.ts";
import { limitError, type RunLimit } from "../trace/run-limit.ts";
import { TraceWriter } from "../trace/writer.ts";
import { Binary } from "./binary.ts";
import { LIBRARY } from "./block-map.ts";
import { CheckerHost } from "./checker-host.ts";
import { PROGRAM } from "../toolchain/clang/compile.ts";
import { Descriptors } from "./descriptors.ts";
import { fileSystem } from "./file-system.ts";
import { Lines } from "./lines.ts";
import type { RunEnd, RunOrder } from "./messages.ts";
import { StopProgram } from "./stop-program.ts";
import { unixNumber, unixText } from "./unix-host.ts";
import { InputFile, OutputFile, readInput, writeWhole } from "./wasi-files.ts";

/** Instantiates a checked program and runs its main to the end, however it ends. What happens goes into the trace. */
export async function runBinary(order: RunOrder, send: (batch: TraceBatch) => void): Promise<RunEnd> {
  const start = performance.now();
  const trace = new TraceWriter(
    () => performance.now() - start,
    send,
    () => {},
  );
  trace.event(EventKind.Open, 0, 0, LIBRARY, trace.string(PROGRAM));

  const budget = new ConsoleBudget();
  const console = (level: (typeof CONSOLE_LEVELS)[number]) =>
    new Lines((text) => {
      if (!budget.take(text)) throw new LimitReached("output");
      trace.event(EventKind.Console, 0, 0, CONSOLE_LEVELS.indexOf(level), trace.string(text));
    });
  const output = console("log");
  const errors = console("error");
  const descriptors = new Descriptors(standardStreams(order, output, errors), fileSystem);
  const wasi = new WASI([...order.arguments], environment(), descriptors.table, { debug: false });

  const binary = new Binary();
  const host = new CheckerHost(binary, trace, order.program);
  const hooks: CheckerImports & ProgramImports = {
    ffi_hook_allocated: (address, bytes, allocator, location) =>
      host.allocated(address >>> 0, bytes >>> 0, allocator, location),
    ffi_hook_release: (address, location) => host.release(address >>> 0, location),
    ffi_hook_main: () => void (order.failMalloc !== null && binary.call("ffi_fail_malloc", order.failMalloc)),
    ffi_hook_unwritten: (origin, address, bytes, location) =>
      host.unwritten(origin >>> 0, address >>> 0, bytes >>> 0, location),
    ffi_hook_fault: (kind, address, bytes, location) => host.fault(kind, address >>> 0, bytes >>> 0, location),
    ffi_hook_number: (which) => unixNumber(which, order.parentProcess),
    ffi_hook_text: (which, to, bytes) => binary.write(to >>> 0, bytes >>> 0, unixText(which, order.arguments[0] ?? "")),
    ffi_hook_duplicate: (from, to) => descriptors.duplicate(from, to),
  };
  const module = await WebAssembly.compile(order.wasm);
  const instance = await WebAssembly.instantiate(module, {
    env: { ...hooks },
    wasi_snapshot_preview1: descriptors.lowest(wasi, binary),
  });
  binary.attach(instance);

  let exitCode: number | null = null;
  let error: ProgramError | null = null;
  let status: EndStatus = "completed";
  const endEarly = (thrown: unknown): void => {
    if (error !== null) return;
    error = errorOf(thrown, order);
    status = thrown instanceof LimitReached ? "timed-out" : "threw";
  };
  let reachable = { blocks: 0, bytes: 0 };
  try {
    exitCode = wasi.start(instance as Parameters<WASI["start"]>[0]);
    const leaks = host.reportLeaks();
    reachable = {
      blocks: leaks.reachable.length,
      bytes: leaks.reachable.reduce((sum, block) => sum + block.bytes, 0),
    };
  } catch (thrown) {
    endEarly(thrown);
  }
  try {
    output.end();
    errors.end();
  } catch (thrown) {
    endEarly(thrown);
  }
  const text = error === null ? 0 : trace.string(JSON.stringify(error));
  trace.event(EventKind.End, 0, 0, END_STATUSES.indexOf(status), text);
  trace.flush();
  return { exitCode, reachable };
}

/** Thrown through a program that a limit ends. */
class LimitReached extends Error {
  readonly limit: RunLimit;

  constructor(limit: RunLimit) {
    super(`the program has met its limit: ${limit}`);
    this.limit = limit;
  }
}

/** That of this process. */
function environment(): string[] {
  return Object.entries(process.env).map(([name, value]) => `${name}=${value}`);
}

function standardStreams(order: RunOrder, output: Lines, errors: Lines): [InputFile, OutputFile, OutputFile] {
  const printer = (lines: Lines, descriptor: number) => {
    // A character may come in pieces.
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    return new OutputFile((bytes) => {
      lines.write(bytes);
      if (order.live) writeWhole(descriptor, Buffer.from(visibleText(decoder.decode(bytes, { stream: true }))));
    });
  };
  let given = 0;
  const read = (bytes: Uint8Array): number => {
    if (order.input === null) return readInput(bytes);
    const piece = order.input.subarray(given, given + bytes.length);
    bytes.set(piece);
    given += piece.length;
    return piece.length;
  };
  return [new InputFile(read, order.input === null && isatty(0)), printer(output, 1), printer(errors, 2)];
}

/** Why a program ended before its end. Its line is that of the fault, where a fault ended it. */
function errorOf(thrown: unknown, order: RunOrder): ProgramError {
  if (thrown instanceof LimitReached) return limitError(thrown.limit);
  if (thrown instanceof StopProgram) {
    // Code that the compiler made for no line of its own has line 0.
    const line = order.program.locations[thrown.cLocation]?.line || null;
    return { name: "Stopped", message: thrown.message, line };
  }
  if (thrown instanceof RangeError)
    return { name: "StackExhausted", message: "calls were nested too deeply", line: null };
  if (thrown instanceof WebAssembly.RuntimeError) {
    const aborted = /unreachable/.test(thrown.message);
    return aborted
      ? { name: "Aborted", message: "the program called abort, or reached what it had said it never would", line: null }
      : { name: "Trap", message: thrown.message, line: null };
  }
  return { name: "Error", message: thrown instanceof Error ? thrown.message : String(thrown), line: null };
}
