import type { CFunction } from "../contract/description.ts";
import { EventKind, Owner } from "../contract/trace.ts";
import { argumentConverter, type CallNotes } from "./arguments.ts";
import { copyOut } from "./copy-buffer.ts";
import { ClosedError } from "./errors.ts";
import { plainType, type SymbolDefinition } from "./native-types.ts";
import type { Pointer } from "./pointer.ts";
import { recorder } from "./record-value.ts";
import { ownedResult, resultConverter } from "./results.ts";
import type { Crossing } from "./runtime.ts";
import type { Space } from "./space.ts";

type Bindable = (...args: unknown[]) => unknown;
type WasmFunction = (...args: (number | bigint)[]) => number | bigint;

/**
 * Makes the TypeScript function for one C function: everything that the declaration decides is decided here, once.
 * `lookUp` finds another function of the same table, for `owned`.
 */
export function bindFunction(
  space: Space,
  definition: SymbolDefinition,
  actual: CFunction,
  wasm: WasmFunction,
  lookUp: (name: string) => Bindable,
): Bindable {
  const plain = space.checked ? traced(space, definition, actual, wasm) : direct(space, definition, actual, wasm);
  const { result } = definition;
  if (typeof result === "string" || result.kind !== "owned") return plain;
  const release = lookUp(result.release);
  return (...args) => ownedResult(plain(...args) as Pointer | null, release);
}

function converters(space: Space, definition: SymbolDefinition, actual: CFunction) {
  return definition.parameters.map((type, index) =>
    argumentConverter(space, actual.name, plainType(type), actual.parameters[index] ?? null, index),
  );
}

function newNotes(): CallNotes {
  return { copies: [], bytesCopied: 0, taken: [], kept: [], suspect: null, stale: 0 };
}

function requireCount(name: string, wanted: number, got: number): void {
  if (got !== wanted) throw new TypeError(`${name} takes ${wanted} argument${wanted === 1 ? "" : "s"}, got ${got}`);
}

function requireOpen(space: Space, name: string): void {
  if (space.closed) throw new ClosedError(`${name} was called after its library, ${space.name}, had been closed`);
}

/** A call of a fast build: converted, not watched. */
function direct(space: Space, definition: SymbolDefinition, actual: CFunction, wasm: WasmFunction): Bindable {
  const { name } = actual;
  const convert = converters(space, definition, actual);
  const toResult = resultConverter(space, definition.result, actual);
  const [first, second] = convert;
  const copies = definition.parameters.some((type) => plainType(type) === "buffer");
  if (!copies && convert.length <= 2) {
    const none = newNotes();
    if (!first) {
      return function () {
        requireCount(name, 0, arguments.length);
        requireOpen(space, name);
        return toResult(wasm());
      };
    }
    if (!second) {
      return function (a) {
        requireCount(name, 1, arguments.length);
        requireOpen(space, name);
        return toResult(wasm(first(a, none)));
      };
    }
    return function (a, b) {
      requireCount(name, 2, arguments.length);
      requireOpen(space, name);
      return toResult(wasm(first(a, none), second(b, none)));
    };
  }
  return (...args) => {
    requireCount(name, convert.length, args.length);
    requireOpen(space, name);
    const notes = newNotes();
    const raw = convert.map((converter, index) => converter(args[index], notes));
    const result = wasm(...raw);
    for (const copy of notes.copies) copyOut(space, copy);
    return toResult(result);
  };
}

/** A call of a checked build: every argument and result is in the trace, and ownership follows the C header. */
function traced(space: Space, definition: SymbolDefinition, actual: CFunction, wasm: WasmFunction): Bindable {
  const { name } = actual;
  const { runtime } = space;
  const { trace, crossings } = runtime;
  const convert = converters(space, definition, actual);
  const record = definition.parameters.map((type) => recorder(space, plainType(type)));
  const toResult = resultConverter(space, definition.result, actual);
  const recordResult = recorder(space, plainType(definition.result));
  const count = convert.length;

  return (...args) => {
    requireCount(name, count, args.length);
    requireOpen(space, name);
    const { site } = runtime;
    const notes = newNotes();
    const raw = new Array<number | bigint>(count);
    for (let i = 0; i < count; i += 1) raw[i] = convert[i]!(args[i], notes);
    const values = trace.valueOffset;
    trace.count(count);
    for (let i = 0; i < count; i += 1) record[i]!(args[i], raw[i]!);
    const enclosing = crossings.at(-1);
    const event = trace.event(
      EventKind.Call,
      site,
      0,
      space.id,
      trace.string(name),
      values,
      enclosing ? enclosing.event + 1 : 0,
    );
    const crossing: Crossing = {
      event,
      space,
      function: name,
      site,
      isCallback: false,
      suspect: notes.suspect,
      stale: notes.stale,
      unreleased: null,
    };
    crossings.push(crossing);
    const stack = space.call("stackSave");
    let result: number | bigint;
    try {
      result = wasm(...raw);
    } catch (error) {
      // The exception has skipped C's own epilogues: its stack pointer is put back for it, and the checker forgets those frames.
      space.call("stackRestore", stack);
      space.call("ffi_forget_frames", stack);
      crossings.pop();
      runtime.site = site;
      trace.event(EventKind.Unwind, site, 0, event, notes.bytesCopied);
      throw error;
    }
    // Other memory may stand behind the views now.
    void space.bytes;
    crossings.pop();
    runtime.site = site;
    for (const copy of notes.copies) {
      copyOut(space, copy);
      notes.bytesCopied += copy.byteLength;
    }
    afterCall(space, name, crossing, notes);
    const value = toResult(result);
    const at = trace.valueOffset;
    recordResult(value, result);
    trace.event(EventKind.Return, site, 0, event, notes.bytesCopied, at);
    runtime.releaseException();
    return value;
  };
}

/** Carries out what the header says about the arguments, now that the call is over. */
function afterCall(space: Space, name: string, crossing: Crossing, notes: CallNotes): void {
  const { runtime } = space;
  if (crossing.suspect) {
    const { suspect } = crossing;
    const detail = { act: "free", address: suspect.address, function: name, actual: suspect.borrowedFrom } as const;
    runtime.fault("FFI008", space, suspect, detail);
  }
  for (const block of notes.taken) {
    if (block.freed || crossing.unreleased === block) continue;
    block.takenBy = name;
    space.own(block, Owner.C, null);
  }
  for (const block of notes.kept) {
    runtime.trace.event(EventKind.Keep, crossing.site, 0, space.id, block.id, runtime.trace.string(name));
  }
}
