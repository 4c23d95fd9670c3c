import type { CFunction } from "../../contract/description.ts";
import { argumentConverter, type CallNotes, type Converter } from "./arguments.ts";
import { ClosedError } from "../errors.ts";
import { plainType, type NativeType, type SymbolDefinition } from "../types/native-types.ts";
import { resultConverter, type ResultConverter } from "./results.ts";
import { plainResult, scalarCheck, type PlainResult, type ScalarCheck } from "../types/scalar.ts";
import { structArguments, type StructArguments } from "./struct-arguments.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { LibraryWatch } from "../watching/library-watch.ts";
import { isStruct, soleScalar } from "../types/struct-type.ts";
import type { StructType } from "../types/field-types.ts";

/** WebAssembly's side of a C function. */
export type WasmFunction = (...args: (number | bigint)[]) => number | bigint;

/** Everything about a C function's calls that its declaration decides: decided once, when the library is opened. */
export interface CallPlan {
  readonly space: AddressSpace;
  readonly watch: LibraryWatch;
  readonly name: string;
  readonly definition: SymbolDefinition;
  readonly actual: CFunction;
  readonly count: number;
  /** For each argument; null for a struct by value. */
  readonly convert: readonly (Converter | null)[];
  /** Null where no argument is a struct by value. */
  readonly structs: StructArguments | null;
  readonly toResult: ResultConverter;
  /** Bytes of C's stack for a struct result, whose address is a hidden first argument; 0 for other results. */
  readonly resultBytes: number;
  /** Whether arguments or the result stand on C's stack during the call. */
  readonly usesStack: boolean;
  readonly wasm: WasmFunction;
  /** Calls it with what `convertArguments` gives. */
  readonly call: (raw: readonly (number | bigint)[]) => number | bigint;
  /** C's stack pointer: read, moved to make room, and put back. */
  readonly stackSave: () => number;
  readonly stackAlloc: (bytes: number) => number;
  readonly stackRestore: (pointer: number) => void;
  /** For a call of up to three numbers and nothing else; null for another one. */
  readonly scalars: { readonly fits: readonly ScalarCheck[]; readonly result: PlainResult } | null;
  /** Notes for one call; always the same empty ones where no argument could leave any. */
  readonly notes: () => CallNotes;
}

export function planCall(
  space: AddressSpace,
  watch: LibraryWatch,
  definition: SymbolDefinition,
  actual: CFunction,
  wasm: WasmFunction,
): CallPlan {
  const types = definition.parameters.map(plainType);
  const result = plainType(definition.result);
  const resultBytes = isStruct(result) && soleScalar(result) === null ? result.byteLength : 0;
  const structs = structArguments(space, actual, types);
  return {
    space,
    watch,
    name: actual.name,
    definition,
    actual,
    count: types.length,
    convert: types.map((type, index) =>
      isStruct(type) ? null : argumentConverter(space, actual.name, type, actual.parameters[index] ?? null, index),
    ),
    structs,
    toResult: resultConverter(space, definition.result, actual),
    resultBytes,
    usesStack: resultBytes > 0 || structs !== null,
    wasm,
    call: rawCall(wasm, types.length + (resultBytes > 0 ? 1 : 0)),
    stackSave: (space.exported("stackSave") as (() => number) | null) ?? (() => 0),
    stackAlloc: (space.exported("stackAlloc") as ((bytes: number) => number) | null) ?? (() => 0),
    stackRestore: (space.exported("stackRestore") as ((pointer: number) => void) | null) ?? (() => {}),
    scalars: scalarsOf(types, result),
    notes: types.some((type) => type === "pointer" || type === "function" || type === "buffer")
      ? newNotes
      : () => NO_NOTES,
  };
}

const MOST_SCALARS = 3;

function scalarsOf(types: readonly (NativeType | StructType)[], result: NativeType | StructType): CallPlan["scalars"] {
  const fits = types.map(scalarCheck);
  const plain = plainResult(result);
  if (plain === null || types.length > MOST_SCALARS || fits.includes(null)) return null;
  return { fits: fits as ScalarCheck[], result: plain };
}

const NO_NOTES = newNotes();

export function newNotes(): CallNotes {
  return {
    copies: [],
    bytesCopied: 0,
    taken: [],
    kept: [],
    handles: [],
    borrowedBeingFreed: null,
    stale: 0,
    wrongRelease: null,
  };
}

/** @throws TypeError, ClosedError */
export function requireCallable({ space, name, count, actual }: CallPlan, got: number): void {
  if (got !== count) throw new TypeError(wrongCount(actual, count, got));
  if (space.closed) throw new ClosedError(`${name} was called after its library, ${space.name}, had been closed`);
}

function wrongCount({ name, parameters }: CFunction, count: number, got: number): string {
  const names = parameters.map((parameter) => parameter.name).filter(Boolean);
  const which = names.length === 0 ? "" : ` (${names.join(", ")})`;
  return `${name} takes ${count} argument${count === 1 ? "" : "s"}${which}, got ${got}`;
}

/** The arguments as WebAssembly takes them, the hidden one first. */
export function convertArguments(plan: CallPlan, args: readonly unknown[], notes: CallNotes): (number | bigint)[] {
  const { space, convert, count, resultBytes, structs } = plan;
  const hidden = resultBytes > 0 ? 1 : 0;
  const raw = new Array<number | bigint>(count + hidden);
  if (hidden > 0) raw[0] = plan.stackAlloc(resultBytes) >>> 0;
  if (structs === null) {
    for (let i = 0; i < count; i += 1) raw[i + hidden] = convert[i]!(args[i], notes);
    return raw;
  }
  // To read a struct's fields may run the program, which may release and close: all else is looked at after that.
  const { runtime } = space;
  const { span } = runtime;
  const list = structs.read(args);
  runtime.span = span;
  if (space.closed) requireCallable(plan, count);
  structs.write(list, plan.stackAlloc(structs.bytes) >>> 0, raw, hidden);
  for (let i = 0; i < count; i += 1) {
    const converter = convert[i];
    if (converter) raw[i + hidden] = converter(args[i], notes);
  }
  return raw;
}

/** Few arguments are given one by one: to spread a list takes longer than most calls. */
function rawCall(wasm: WasmFunction, count: number): CallPlan["call"] {
  switch (count) {
    case 1:
      return (raw) => wasm(raw[0]!);
    case 2:
      return (raw) => wasm(raw[0]!, raw[1]!);
    case 3:
      return (raw) => wasm(raw[0]!, raw[1]!, raw[2]!);
    default:
      return (raw) => wasm(...raw);
  }
}
