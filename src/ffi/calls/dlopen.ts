import { closest } from "fastest-levenshtein";
import type { CFunction } from "../../contract/description.ts";
import { EventKind } from "../../trace/format.ts";
import { allocate, allocateCString, type Allocation, type CString } from "../memory/allocation.ts";
import { bindFunction } from "./bind.ts";
import type { WasmFunction } from "./call-plan.ts";
import { makeCallback, type Callback, type CallbackFunction } from "../callbacks/callback.ts";
import type { CallbackDefinition } from "../callbacks/callback-definition.ts";
import { signatureMismatch } from "../types/check-signature.ts";
import { SymbolError } from "../errors.ts";
import type { FunctionName, LibraryName, ParametersOf } from "../types/libraries.ts";
import type { BoundFunction, NativeType, OwnedType, SymbolDefinition } from "../types/native-types.ts";
import { ownTable } from "../types/own-definition.ts";
import { currentRuntime } from "../runtime.ts";
import { AddressSpace } from "../memory/address-space.ts";
import { CheckerEvents } from "../watching/checker-events.ts";
import { LibraryWatch } from "../watching/library-watch.ts";

/** A table of C functions by name, each with its parameters and its result. */
export type SymbolTable<L = string> = { readonly [K in FunctionName<L>]?: SymbolDefinition };

/** What a table has to be besides: it declares each function that an `owned` result of it is released with. */
type ReleasesDeclared<S> = {
  readonly [K in keyof S]: S[K] extends { readonly result: OwnedType<NativeType, infer R> }
    ? R extends keyof S
      ? unknown
      : { readonly result: `this table has to declare ${R}, which releases the result` }
    : unknown;
};

/**
 * An opened library: its functions and an address space of its own.
 *
 * @example
 * import { dlopen } from "ffi";
 *
 * using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
 * using name = strings.cstring("Ada"); // released at the end of this scope
 * console.log(strings.symbols.set_name(name.pointer), name.byteLength); // true 4
 */
export interface Library<S, L = unknown> extends Disposable {
  /** The declared functions. */
  readonly symbols: { readonly [K in keyof S]-?: BoundFunction<S[K], ParametersOf<L, K>> };
  /** Allocates `byteLength` bytes in the library's memory. TypeScript owns them: dispose of the allocation to release it. */
  alloc(byteLength: number): Allocation;
  /**
   * Copies `text` into the library's memory as UTF-8 with a NUL at its end. TypeScript owns the copy.
   * @throws NulError when the text holds U+0000: C would see the text end there.
   */
  cstring(text: string): CString;
  /**
   * Makes a TypeScript function callable from C. Dispose of the callback only when C no longer has its pointer: a later
   * call is FFI013. An exception in it does not unwind C: it is FFI015, and thrown when the outermost call has returned.
   */
  callback<const D extends CallbackDefinition>(definition: D, fn: CallbackFunction<D>): Callback<D>;
  /** Ends the library's life; calling its functions afterwards throws ClosedError. Disposing of the library does the same. */
  close(): void;
}

/**
 * Opens a library and declares the functions the program wants to call, in Deno's spelling.
 *
 * Each call opens a new address space: a pointer of one is FFI017 in another. A declaration unlike the C prototype is
 * FFI014, and calling such a function throws FfiFault.
 *
 * @example
 * import { dlopen } from "ffi";
 *
 * using strings = dlopen("strings", {
 *   set_name: { parameters: ["pointer"], result: "bool" },
 *   stored_length: { parameters: [], result: "usize" },
 * });
 * console.log(strings.symbols.stored_length()); // 0
 *
 * @throws SymbolError when there is no such library, or it has no such function.
 */
export function dlopen<L extends LibraryName, const S extends SymbolTable<L>>(
  library: L,
  symbols: S & ReleasesDeclared<S>,
): Library<S, L> {
  const runtime = currentRuntime();
  const name = String(library);
  if (!runtime.host.libraries.includes(name)) {
    throw new SymbolError(`there is no library "${name}"${nearest(name, runtime.host.libraries)}`);
  }
  const table = ownTable(symbols);
  const space = new AddressSpace(runtime, name);
  runtime.trace.event(EventKind.Open, runtime.span, 0, space.id, runtime.trace.string(name));
  space.attach(runtime.host.open(name, new CheckerEvents(space)));
  const watch = new LibraryWatch(space);
  runtime.opened.push(watch);

  const bound: Record<string, (...args: unknown[]) => unknown> = {};
  // The program has `bound`, and can change it.
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const lookUp = (wanted: string) => (pointer: unknown) => {
    const release = functions.get(wanted);
    if (!release) throw new SymbolError(`owned(…, "${wanted}") needs ${wanted} in the same table`);
    return release(pointer);
  };
  for (const [functionName, definition] of table) {
    const call = bindOne(space, watch, functionName, definition, lookUp);
    bound[functionName] = call;
    functions.set(functionName, call);
  }

  const close = () => {
    if (space.closed) return;
    space.closed = true;
    runtime.trace.event(EventKind.Close, runtime.span, 0, space.id);
  };
  return {
    symbols: bound as unknown as Library<S, L>["symbols"],
    alloc: (byteLength) => allocate(space, byteLength),
    cstring: (text) => allocateCString(space, text),
    callback: (definition, fn) => makeCallback(space, definition, fn),
    close,
    [Symbol.dispose]: close,
  };
}

function bindOne(
  space: AddressSpace,
  watch: LibraryWatch,
  functionName: string,
  definition: SymbolDefinition,
  lookUp: (name: string) => (pointer: unknown) => unknown,
): (...args: unknown[]) => unknown {
  const actual: CFunction | undefined = space.prototypes.get(functionName);
  const wasm = actual && (space.exported(functionName) as ((...args: (number | bigint)[]) => number | bigint) | null);
  if (!actual || !wasm) {
    throw new SymbolError(
      `the library "${space.name}" has no function "${functionName}"${nearest(functionName, space.prototypes.names())}`,
    );
  }
  const mismatch = signatureMismatch(definition, actual, space.instance.description.structs);
  if (mismatch !== null) {
    const { prototype } = actual;
    const detail = { code: "FFI014", function: functionName, prototype, mismatch } as const;
    const error = space.runtime.faults.report(detail, space, null);
    return () => {
      throw error;
    };
  }
  const conditional = inConditions(space, actual, wasm);
  return bindFunction(space, watch, definition, conditional.actual, conditional.wasm, lookUp);
}

/** The function as the run's conditions have it. Only a checked build has some. */
function inConditions(
  space: AddressSpace,
  actual: CFunction,
  wasm: WasmFunction,
): { readonly actual: CFunction; readonly wasm: WasmFunction } {
  const { conditions } = space.instance;
  if (!conditions || !space.checked) return { actual, wasm };
  if (conditions.nullResults.has(actual.name)) {
    // What does not run registers nothing, and ends no registration.
    const { registers: _, unregisters: __, ...remembersNothing } = actual;
    return { actual: remembersNothing, wasm: () => 0 };
  }
  if (conditions.growAtCall === null) return { actual, wasm };
  const entered: WasmFunction = (...args) => {
    space.entersC();
    return wasm(...args);
  };
  return { actual, wasm: entered };
}

function nearest(name: string, known: readonly string[]): string {
  return known.length === 0 ? "" : `; did you mean "${closest(name, known as string[])}"?`;
}
