import { hideConstructor } from "../../ffi/language/hide-constructor.ts";
import { Scoped, scopeEnd } from "../../ffi/language/scope.ts";
import type { Pointer } from "../../ffi/types/pointer-type.ts";
import { thrownText } from "../../ffi/watching/thrown-text.ts";
import { plainType, type NativeType, type ParameterType, type ResultType } from "../../ffi/types/native-types.ts";
import { isFixedArray, isStruct, struct as layOut } from "../../ffi/types/struct-type.ts";
import type { FieldType, StructType } from "../../ffi/types/field-types.ts";
import { Operation, type AllocatedMemory, type MadeCallback, type OpenedLibrary } from "../operations.ts";
import { arrayHandle } from "./checked-array.ts";
import { effigyText, noteStruct, structHandle } from "./effigy.ts";
import { ask, handleOfError, keepThrown, position } from "./host.ts";
import { pointerOf } from "./pointers.ts";
import { bytesOf, kindOf } from "./typed-arrays.ts";
import { receive, send, sendScalar, type Sent } from "./values.ts";

/** What the host releases when its scope ends. */
class Releasable extends Scoped {
  readonly pointer: Pointer;
  readonly #handle: number;

  constructor(handle: number, pointer: number) {
    super();
    this.#handle = handle;
    this.pointer = pointerOf(pointer);
  }

  static move(from: Releasable): Pointer {
    return pointerOf(ask(Operation.Move, from.#handle) as number);
  }

  [Symbol.dispose](): void {
    ask(Operation.Dispose, this.#handle, scopeEnd(this));
  }
}

class AllocationObject extends Releasable {
  readonly byteLength: number;

  constructor({ disposable, pointer, byteLength }: AllocatedMemory) {
    super(disposable, pointer);
    this.byteLength = byteLength;
  }

  move(): Pointer {
    return Releasable.move(this);
  }
}

class Owned extends Releasable {
  move(): Pointer {
    return Releasable.move(this);
  }
}

class CallbackObject extends Releasable {
  readonly definition: unknown;

  constructor(definition: unknown, { disposable, pointer }: MadeCallback) {
    super(disposable, pointer);
    this.definition = definition;
  }
}

hideConstructor(Releasable);
hideConstructor(AllocationObject);
hideConstructor(Owned);
hideConstructor(CallbackObject);

/** Lays a struct out here, so that its type reads as ever, and tells the host, which lays it out again. */
export function struct(fields: Readonly<Record<string, FieldType>>): StructType {
  const type = layOut(fields);
  const text = JSON.stringify(type.fields.map((field) => [field.name, fieldWord(field.type)]));
  noteStruct(type, ask(Operation.MakeStruct, text) as number);
  return type;
}

function fieldWord(type: FieldType): unknown {
  if (isStruct(type)) return ["S", structHandle(type)];
  return isFixedArray(type) ? ["A", fieldWord(type.element), type.length] : type;
}

/** One function of a table, as the program's side knows it. */
interface Declared {
  readonly parameters: readonly (NativeType | StructType)[];
  readonly result: NativeType | StructType;
  readonly isOwned: boolean;
}

export function dlopen(library: unknown, symbols: unknown): unknown {
  const table = takeTable(symbols);
  const text = ask(Operation.Open, typeof library === "string" ? library : String(library), effigyText(table));
  const opened = JSON.parse(text as string) as OpenedLibrary;
  const bound: Record<string, unknown> = {};
  for (const [name, handle] of opened.functions) {
    const { parameters, result } = (table as Record<string, { parameters: ParameterType[]; result: ResultType }>)[
      name
    ]!;
    const isOwned = typeof result === "object" && result.kind === "owned";
    bound[name] = bind(handle, { parameters: parameters.map(plainType), result: plainType(result), isOwned });
  }
  const close = (): void => void ask(Operation.Close, opened.library);
  return {
    symbols: bound,
    alloc: (byteLength: unknown) =>
      new AllocationObject(JSON.parse(ask(Operation.Allocate, opened.library, sendScalar(byteLength)) as string)),
    cstring: (content: unknown) =>
      new AllocationObject(JSON.parse(ask(Operation.AllocateText, opened.library, effigyText(content)) as string)),
    callback: (definition: unknown, fn: unknown) => makeCallback(opened.library, definition, fn),
    close,
    [Symbol.dispose]: close,
  };
}

/** The table as it is now: what the host compares with the header has to be what calls here go by. */
function takeTable(symbols: unknown): unknown {
  if (typeof symbols !== "object" || symbols === null) return symbols;
  const taken: Record<string, unknown> = {};
  for (const name of Object.keys(symbols)) {
    const entry = (symbols as Record<string, unknown>)[name];
    const value = typeof entry === "object" && entry !== null ? takeEntry(entry) : entry;
    // A name may be that of a setter.
    Object.defineProperty(taken, name, { value, enumerable: true });
  }
  return taken;
}

function takeEntry(entry: object): unknown {
  const taken: Record<string, unknown> = {};
  for (const key of Object.keys(entry)) {
    const value = (entry as Record<string, unknown>)[key];
    if (key === "parameters" && Array.isArray(value)) {
      const parameters: unknown[] = [];
      const length = Math.min(Number(value.length), 256);
      for (let i = 0; i < length; i += 1) parameters.push(takeType((value as unknown[])[i]));
      taken[key] = parameters;
    } else taken[key] = takeType(value);
  }
  return taken;
}

/** An ownership word is a plain object; a struct type stays the object that the host knows. */
function takeType(type: unknown): unknown {
  if (typeof type !== "object" || type === null || structHandle(type) !== undefined) return type;
  const taken: Record<string, unknown> = {};
  for (const key of Object.keys(type)) taken[key] = (type as Record<string, unknown>)[key];
  return taken;
}

function bind(handle: number, { parameters, result, isOwned }: Declared): (...args: unknown[]) => unknown {
  const count = parameters.length;
  const hasBuffers = parameters.includes("buffer");
  return (...args) => {
    const { span } = position;
    const sent: Sent[] = [];
    let buffers: [Uint8Array, number][] | null = null;
    for (let i = 0; i < args.length; i += 1) {
      const type = i < count ? parameters[i]! : "i32";
      if (hasBuffers && type === "buffer") {
        const [value, its] = sendBuffer(args[i]);
        sent.push(value);
        if (its) (buffers ??= []).push(its);
      } else sent.push(send(type, args[i]));
    }
    // What the program was asked for meanwhile does not move the call.
    position.span = span;
    let value: unknown;
    try {
      value = ask(Operation.Call, handle, ...sent);
    } finally {
      for (const [bytes, buffer] of buffers ?? []) {
        const after = ask(Operation.TakeBuffer, buffer) as Uint8Array | null;
        // A function that C called meanwhile may have made the array another size.
        if (after !== null && bytes.byteLength === after.byteLength) bytes.set(after);
      }
    }
    if (!isOwned) return receive(result, value);
    if (value === null) return null;
    const { disposable, pointer } = JSON.parse(value as string) as AllocatedMemory;
    return new Owned(disposable, pointer);
  };
}

/** A buffer argument's handle: of a copy of the array's bytes, or, negative, of an array over C's memory. */
function sendBuffer(value: unknown): [sent: Sent, copied: [Uint8Array, number] | null] {
  if (value === null) return [null, null];
  const array = arrayHandle(value);
  if (array !== undefined) return [-array, null];
  const bytes = bytesOf(value);
  const kind = kindOf(value);
  if (bytes === null || kind === undefined) return [effigyText(value), null];
  const buffer = ask(Operation.MakeBuffer, kind, bytes) as number;
  return [buffer, [bytes, buffer]];
}

/** The program's functions that C may call, by number. */
const functions: { readonly call: (...args: unknown[]) => unknown; readonly declared: Declared }[] = [];

function makeCallback(library: number, definition: unknown, fn: unknown): unknown {
  const taken = typeof definition === "object" && definition !== null ? takeEntry(definition) : definition;
  const isFunction = typeof fn === "function";
  const number = functions.length;
  const { parameters, result } = (taken ?? {}) as { parameters?: NativeType[]; result?: NativeType };
  functions.push({
    call: fn as (...args: unknown[]) => unknown,
    declared: { parameters: Array.isArray(parameters) ? parameters : [], result: result ?? "void", isOwned: false },
  });
  const sent = isFunction ? number : effigyText(fn);
  const text = ask(Operation.MakeCallback, library, effigyText(taken), sent);
  return new CallbackObject(definition, JSON.parse(text as string) as MadeCallback);
}

/** Calls a function of the program for C. What it throws is kept here, and its number and description go to the host. */
export function invoke(number: number, ...raw: unknown[]): unknown {
  const { call, declared } = functions[number]!;
  const { span } = position;
  try {
    const args = raw.map((value, i) => receive(declared.parameters[i] ?? "i32", value));
    const value = call(...args);
    return declared.result === "void" ? undefined : send(declared.result, value);
  } catch (error) {
    // Reading it may run the program on.
    const at = position.span;
    const text = JSON.stringify(["!", keepThrown(error), handleOfError(error), thrownText(error)]);
    position.span = at;
    return text;
  } finally {
    // What is wrong with the result is wrong there.
    ask(Operation.Stands);
    position.span = span;
  }
}
