import type { CallbackDefinition } from "../../ffi/callbacks/callback-definition.ts";
import { realBytes } from "../../ffi/memory/typed-array.ts";
import type { FieldType, StructType } from "../../ffi/types/field-types.ts";
import type { NativeType } from "../../ffi/types/native-types.ts";
import type { Pointer } from "../../ffi/types/pointer-type.ts";
import type { ThrownText } from "../../ffi/watching/thrown-text.ts";
import type { Task } from "../../ffi/watching/task.ts";
import type { SealedRun } from "../../runner/sealed-engine.ts";
import { ConsoleBudget } from "../../trace/console-budget.ts";
import { CONSOLE_LEVELS, EventKind, type ConsoleLevel } from "../../trace/format.ts";
import { Operation, type AllocatedMemory, type MadeCallback, type OpenedLibrary } from "../operations.ts";
import { HostArrays } from "./arrays.ts";
import { bytes, length, text, type Crossed } from "./crossed.ts";
import { bufferOf, Effigies } from "./effigies.ts";
import { describeError, GuestError, GuestValue } from "./errors.ts";
import { Handles } from "./handles.ts";
import { RunEnded } from "./limits.ts";

/** Calls a function of the program inside. What comes back is a value, or the text of an effigy. */
export type Invoke = (number: number, args: readonly Crossed[]) => Crossed;

type Method = (...args: unknown[]) => unknown;
type Library = ReturnType<SealedRun["tools"]["module"]["dlopen"]>;
type Releasable = { [Symbol.dispose](): void; move?(): Pointer; readonly pointer: Pointer };
type Declared = { readonly parameters: readonly unknown[]; readonly result: unknown };
type Call = { readonly fn: Method; readonly parameters: readonly unknown[]; readonly result: unknown };

/** Characters of one printed line. */
const LONGEST_LINE = 10_001;

const READERS = new Set(
  ["Int8", "Uint8", "Int16", "Uint16", "Int32", "Uint32", "BigInt64", "BigUint64", "Float32", "Float64", "Bool"]
    .map((kind) => `get${kind}`)
    .concat("getPointer", "getCString"),
);
const WRITERS = new Set([...READERS].map((name) => name.replace("get", "set")));
WRITERS.delete("setBool");
WRITERS.delete("setCString");

/**
 * The host's side of the seal: does what the program inside asks for, with the runtime and the module of the open engine. It takes
 * every argument for a lie: a number that is no handle leads to nothing, and what the module refuses it refuses here.
 */
export class Bridge {
  readonly #run: SealedRun;
  readonly #invoke: Invoke;
  readonly #charge: (steps: number) => void;
  readonly #handles = new Handles();
  readonly #effigies: Effigies;
  readonly #arrays: HostArrays;
  readonly #buffers = new Map<number, ArrayBufferView>();
  readonly #thrown = new Map<number, GuestError | GuestValue>();
  #nextBuffer = 0;
  readonly #console = new ConsoleBudget();
  /** The error of the operation that has just thrown. */
  #error: unknown = null;

  constructor(run: SealedRun, invoke: Invoke, charge: (steps: number) => void) {
    this.#charge = charge;
    this.#run = run;
    this.#invoke = invoke;
    this.#effigies = new Effigies(this.#handles, run.tools);
    this.#arrays = new HostArrays(this.#handles, run.tools);
  }

  /** Keeps what an operation threw, for the program to ask about. */
  hold(error: unknown): void {
    this.#error = error;
  }

  /** The host's own error that this number stands for. */
  error(handle: number): unknown {
    return this.#handles.at(handle);
  }

  /** Does one operation. Throws what the module throws. */
  perform(operation: number, args: readonly Crossed[]): Crossed {
    const { runtime, tools, clock } = this.#run;
    const { module } = tools;
    switch (operation) {
      case Operation.TakeError: {
        const error = this.#error;
        this.#error = null;
        return error === null ? null : JSON.stringify(describeError(error, this.#handles, tools));
      }
      case Operation.Open:
        return this.#open(text(args[0]), args[1]);
      case Operation.Call:
        return this.#call(args);
      case Operation.Allocate:
        return this.#allocated(this.#library(args[0]).alloc(this.#any(args[1]) as number));
      case Operation.AllocateText:
        return this.#allocated(this.#library(args[0]).cstring(this.#any(args[1]) as string));
      case Operation.MakeCallback:
        return this.#makeCallback(args);
      case Operation.Close:
        return void this.#library(args[0]).close();
      case Operation.Dispose: {
        const disposable = this.#disposable(args[0]);
        tools.tellScope(this.#span(args[1]), disposable);
        return void disposable[Symbol.dispose]();
      }
      case Operation.Move:
        return this.#handles.of(this.#disposable(args[0]).move?.());
      case Operation.MakeStruct:
        return this.#handles.of(this.#struct(text(args[0])));
      case Operation.CheckView:
        return void this.#view(args);
      case Operation.Read:
        return this.#read(args);
      case Operation.Write:
        return this.#write(args);
      case Operation.ReadStruct:
        return this.#effigies.write(
          this.#view(args).getStruct(this.#any(args[2], "handle") as StructType, this.#any(args[3]) as number),
        );
      case Operation.WriteStruct: {
        const type = this.#any(args[2], "handle") as StructType;
        return void this.#view(args).setStruct(type, this.#any(args[3]) as number, this.#any(args[4]));
      }
      case Operation.MakeArray:
        return this.#makeArray(args);
      case Operation.CopyOut: {
        const copy = new Uint8Array(length(args[2]));
        this.#view(args).copyInto(copy, this.#any(args[3]) as number);
        return copy;
      }
      case Operation.CopyIntoArray:
        return void this.#view(args).copyInto(this.#arrays.at(args[2]), this.#any(args[3]) as number);
      case Operation.Address:
        return module.address(this.#any(args[0], "handle") as Pointer);
      case Operation.Offset: {
        return this.#handles.of(module.offset(this.#any(args[0], "handle") as Pointer, this.#any(args[1]) as number));
      }
      case Operation.ArrayLength:
      case Operation.ArrayGet:
      case Operation.ArraySet:
      case Operation.ArrayLook:
      case Operation.ArrayCopy:
      case Operation.ArrayWrite:
      case Operation.ArrayMethod:
      case Operation.ArrayDescribe:
        return this.#arrays.perform(operation, args);
      case Operation.MakeBuffer: {
        const buffer = (this.#nextBuffer += 1);
        this.#buffers.set(buffer, bufferOf(text(args[0]), bytes(args[1])));
        return buffer;
      }
      case Operation.TakeBuffer: {
        const buffer = this.#buffers.get(args[0] as number);
        this.#buffers.delete(args[0] as number);
        return buffer ? (realBytes(buffer) as Uint8Array<ArrayBuffer>) : null;
      }
      case Operation.Print:
        return this.#print(text(args[0]), text(args[1]));
      case Operation.Disposes:
        return void runtime.disposesAt(runtime.span);
      case Operation.TaskBegin:
        return this.#handles.of(runtime.begin());
      case Operation.TaskLeave:
        return void runtime.leave(this.#task(args[0]));
      case Operation.TaskWait:
        return void runtime.waits(this.#task(args[0]), null);
      case Operation.TaskResume:
        return void runtime.as(this.#task(args[0]), null);
      case Operation.TaskChange:
        return void runtime.changed(this.#task(args[0]));
      case Operation.TaskOpaque:
        return void runtime.task?.becomeOpaque();
      case Operation.MakeDecoder: {
        const [label, fatal, ignoreBOM] = args;
        return this.#handles.of(new TextDecoder(text(label), { fatal: fatal === true, ignoreBOM: ignoreBOM === true }));
      }
      case Operation.Decode: {
        const decoder = this.#handles.at(args[0]);
        if (!(decoder instanceof TextDecoder)) throw new TypeError("there is no such decoder");
        const given = args[1] === undefined ? undefined : bytes(args[1]);
        return decoder.decode(given, { stream: args[2] === true });
      }
      case Operation.Encode:
        return new TextEncoder().encode(text(args[0]));
      case Operation.Stands:
        return undefined;
      case Operation.Charge:
        return void this.#charge(Number(args[0]));
      case Operation.Now:
        return clock.now;
      default:
        throw new TypeError(`there is no operation ${String(operation)}`);
    }
  }

  /** A value of any kind: as it is, from its effigy, or, where a handle is what comes as a number, what it stands for. */
  #any(crossed: Crossed, number: "number" | "handle" = "number"): unknown {
    if (typeof crossed === "string") return this.#effigies.read(crossed);
    return typeof crossed === "number" && number === "handle" ? this.#handles.at(crossed) : crossed;
  }

  #span(span: Crossed): number {
    return typeof span === "number" && span > 0 && span < this.#run.program.spans.length ? Math.trunc(span) : 0;
  }

  #task(handle: Crossed): Task | null {
    return (this.#handles.at(handle) as Task | undefined) ?? null;
  }

  #library(handle: Crossed): Library {
    return this.#known(handle, "symbols") as Library;
  }

  #disposable(handle: Crossed): Releasable {
    return this.#known(handle, "pointer") as Releasable;
  }

  #known(handle: Crossed, has: string): object {
    const object = this.#handles.at(handle);
    if (typeof object !== "object" || object === null || !(has in object))
      throw new TypeError("there is no such object");
    return object;
  }

  #open(name: string, table: Crossed): string {
    const { module } = this.#run.tools;
    const declared = this.#any(table) as Record<string, Declared>;
    const library = module.dlopen(name, declared as never) as unknown as Library;
    const functions = Object.entries(library.symbols as Record<string, Method>).map(([each, fn]) => {
      const { parameters, result } = declared[each]!;
      const call: Call = { fn, parameters: parameters.map(plainTypeOf), result };
      return [each, this.#handles.of(call)] as const;
    });
    return JSON.stringify({ library: this.#handles.of(library), functions } satisfies OpenedLibrary);
  }

  #call([handle, ...given]: readonly Crossed[]): Crossed {
    const { fn, parameters, result } = this.#known(handle ?? 0, "fn") as Call;
    const args = given.map((value, i) => {
      const type = parameters[i];
      if (type === "buffer" && typeof value === "number") {
        return value < 0 ? this.#arrays.at(-value) : (this.#buffers.get(value) ?? null);
      }
      return this.#any(value, isPointerType(type) ? "handle" : "number");
    });
    return this.#result(result, fn(...args));
  }

  #result(type: unknown, value: unknown): Crossed {
    if (value === null || value === undefined) return value;
    const { isPointer } = this.#run.tools;
    if (isPointer(value)) return this.#handles.of(value);
    if (typeof value !== "object") return value as Crossed;
    if (typeof type === "object" && (type as { kind?: unknown } | null)?.kind === "owned") {
      return this.#allocated(value as Releasable & { byteLength?: number });
    }
    return this.#effigies.write(value);
  }

  #allocated(made: { readonly pointer: Pointer; readonly byteLength?: number }): string {
    const { pointer, byteLength = 0 } = made;
    const told: AllocatedMemory = {
      disposable: this.#handles.of(made),
      pointer: this.#handles.of(pointer),
      byteLength,
    };
    return JSON.stringify(told);
  }

  #makeCallback([library, given, fn]: readonly Crossed[]): string {
    const definition = this.#any(given) as CallbackDefinition;
    const act = typeof fn === "number" ? this.#functionOf(fn, definition?.result) : this.#any(fn);
    const made = this.#library(library).callback(definition, act as never);
    const told: MadeCallback = { disposable: this.#handles.of(made), pointer: this.#handles.of(made.pointer) };
    return JSON.stringify(told);
  }

  /** A function that calls the program's with this number. */
  #functionOf(number: number, result: unknown): Method {
    const { isPointer } = this.#run.tools;
    return (...args) => {
      const sent = args.map((value) => (isPointer(value) ? this.#handles.of(value) : (value as Crossed)));
      const returned = this.#invoke(number, sent);
      if (typeof returned !== "string") return this.#any(returned, isPointerType(result) ? "handle" : "number");
      const told = JSON.parse(returned) as unknown;
      if (!Array.isArray(told) || told[0] !== "!") return this.#effigies.read(returned);
      throw this.#thrownBy(told);
    };
  }

  #thrownBy([, number, handle, described]: readonly unknown[]): unknown {
    const own = this.#handles.at(handle);
    if (own !== undefined) return own;
    const key = Number(number);
    const { name, message } = described as ThrownText;
    const known = this.#thrown.get(key);
    if (known) return known;
    const made = name === null ? new GuestValue(key, message) : new GuestError(key, name, message);
    this.#thrown.set(key, made);
    return made;
  }

  #struct(fields: string): StructType {
    const { module } = this.#run.tools;
    const typeOf = (word: unknown): unknown => {
      if (!Array.isArray(word)) return word;
      const [tag, inner, count] = word as [unknown, unknown, unknown];
      return tag === "A" ? module.array(typeOf(inner) as FieldType, Number(count)) : this.#handles.at(inner);
    };
    const laidOut: Record<string, unknown> = {};
    for (const [name, word] of JSON.parse(fields) as [string, unknown][]) {
      Object.defineProperty(laidOut, name, { value: typeOf(word), enumerable: true });
    }
    return module.struct(laidOut as Record<string, FieldType>);
  }

  #view([pointer, byteLength]: readonly Crossed[]): InstanceType<SealedRun["tools"]["module"]["PointerView"]> {
    const { PointerView } = this.#run.tools.module;
    return new PointerView(this.#any(pointer, "handle") as Pointer, this.#any(byteLength) as number | undefined);
  }

  #read(args: readonly Crossed[]): Crossed {
    const method = text(args[2]);
    if (!READERS.has(method)) throw new TypeError(`PointerView has no ${method}`);
    const value = (this.#view(args) as unknown as Record<string, Method>)[method]!(this.#any(args[3]));
    return method === "getPointer" && value !== null ? this.#handles.of(value) : (value as Crossed);
  }

  #write(args: readonly Crossed[]): undefined {
    const method = text(args[2]);
    if (!WRITERS.has(method)) throw new TypeError(`PointerView has no ${method}`);
    const value = this.#any(args[4], method === "setPointer" ? "handle" : "number");
    (this.#view(args) as unknown as Record<string, Method>)[method]!(this.#any(args[3]), value);
  }

  #makeArray(args: readonly Crossed[]): number {
    const given = args[2];
    const type = typeof given === "string" && given.startsWith("[") ? this.#any(given) : given;
    const array = this.#view(args).getArray(type as "u8", this.#any(args[3]) as number, this.#any(args[4]) as number);
    return this.#arrays.keep(array, type as string);
  }

  #print(level: string, line: string): undefined {
    const { trace, span } = this.#run.runtime;
    const index = CONSOLE_LEVELS.indexOf(level as ConsoleLevel);
    const cut = line.slice(0, LONGEST_LINE);
    if (!this.#console.take(cut)) throw new RunEnded("output");
    trace.event(EventKind.Console, span, 0, Math.max(index, 0), trace.string(cut));
  }
}

const isPointerType = (type: unknown): boolean => type === "pointer" || type === "function";

/** The type under an ownership word. */
function plainTypeOf(type: unknown): NativeType | StructType {
  if (typeof type === "string") return type as NativeType;
  const { kind, type: inner } = type as { kind: string; type: NativeType };
  return kind === "struct" ? (type as StructType) : inner;
}
