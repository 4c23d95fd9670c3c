import type { ParametersOf } from "./libraries.ts";
import type { Pointer } from "./pointer-type.ts";
import type { FieldValue, NumberType, StructType } from "./field-types.ts";

/** The words of a `dlopen` table. */
export type NativeType = NumberType | "void" | "bool" | "i64" | "u64" | "pointer" | "function" | "buffer";

const NATIVE_TYPES: ReadonlySet<unknown> = new Set<NativeType>([
  ...(["i8", "u8", "i16", "u16", "i32", "u32", "f32", "f64", "isize", "usize"] as const),
  ...(["void", "bool", "i64", "u64", "pointer", "function", "buffer"] as const),
]);

/** @internal */
export const isNativeType = (type: unknown): type is NativeType => NATIVE_TYPES.has(type);

/** A result that the caller has to release with the C function `release`, exactly once. */
export interface OwnedType<T extends NativeType = NativeType, R extends string = string> {
  readonly kind: "owned";
  readonly type: T;
  readonly release: R;
}
/** A result that stays the library's: it must not be released. */
export interface BorrowedType<T extends NativeType = NativeType> {
  readonly kind: "borrowed";
  readonly type: T;
}
/** A parameter that the library owns from the call on. */
export interface TakenType<T extends NativeType = NativeType> {
  readonly kind: "taken";
  readonly type: T;
}

/** What a parameter may be; a struct is passed by value. */
export type ParameterType = Exclude<NativeType, "void"> | StructType | TakenType | BorrowedType;
/** What a result may be; a struct is returned by value. */
export type ResultType = NativeType | StructType | OwnedType | BorrowedType;

/** How a C function is declared to `dlopen`. */
export interface SymbolDefinition {
  readonly parameters: readonly ParameterType[];
  readonly result: ResultType;
}

/** A result of a function declared `owned`: releasing it is part of its scope's end. */
export interface OwnedResult extends Disposable {
  /** The memory; after disposal, using it is FFI004. */
  readonly pointer: Pointer;
  /** Gives up the ownership, for a function that takes the memory over: the end of the scope no longer releases it. */
  move(): Pointer;
}

/** The typed arrays a `"buffer"` parameter takes. */
export type BufferArgument =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

type Plain<T> = T extends "buffer" ? BufferArgument | null : T extends "void" ? void : FieldValue<T>;

/** The TypeScript value that a parameter of this type takes. */
export type Argument<T> = T extends TakenType<infer P> | BorrowedType<infer P> ? Plain<P> : Plain<T>;

/** The TypeScript value that a result of this type is. */
export type Result<T> = T extends OwnedType
  ? OwnedResult | null
  : T extends BorrowedType<infer P>
    ? Plain<P>
    : Plain<T>;

/** Arguments for parameters `P`, under the names that `N`, the C function's own parameters, gives them where it fits. */
type Arguments<P extends readonly unknown[], N> = N extends readonly unknown[]
  ? N["length"] extends P["length"]
    ? { -readonly [I in keyof N]: I extends keyof P ? Argument<P[I]> : never }
    : { -readonly [I in keyof P]: Argument<P[I]> }
  : { -readonly [I in keyof P]: Argument<P[I]> };

/** The TypeScript function for a table's entry `D`; `N` names its parameters, as a tuple with the header's labels. */
export type BoundFunction<D, N = unknown> = D extends {
  readonly parameters: infer P extends readonly unknown[];
  readonly result: infer R;
}
  ? (...args: Arguments<P, N>) => Result<R>
  : never;

/** The functions of an opened library, typed by the table they were declared with. */
export type Bound<S, L = unknown> = { readonly [K in keyof S]-?: BoundFunction<S[K], ParametersOf<L, K>> };

/**
 * Says that a function's result has to be released by the caller with `release`, a function of the same table.
 * The call then gives an `OwnedResult`, for `using`.
 *
 * @example
 * import { dlopen, owned, PointerView, taken } from "ffi";
 *
 * using strings = dlopen("strings", {
 *   set_name: { parameters: ["pointer"], result: "bool" },
 *   get_error_message: { parameters: [], result: owned("pointer", "free_string") },
 *   free_string: { parameters: [taken("pointer")], result: "void" },
 * });
 * strings.symbols.set_name(null);
 * using message = strings.symbols.get_error_message();
 * console.log(message !== null && new PointerView(message.pointer).getCString().length > 0); // true
 */
export function owned<const R extends string>(type: "pointer", release: R): OwnedType<"pointer", R> {
  return { kind: "owned", type, release };
}

/**
 * Says that a result stays the library's. Releasing it is FFI008.
 *
 * @example
 * import { borrowed, dlopen, PointerView } from "ffi";
 *
 * using strings = dlopen("strings", { get_version: { parameters: [], result: borrowed("pointer") } });
 * const version = strings.symbols.get_version();
 * console.log(version === null || new PointerView(version).getCString().length > 0); // true
 */
export function borrowed<T extends NativeType>(type: T): BorrowedType<T> {
  return { kind: "borrowed", type };
}

/**
 * Says that the library owns the argument from the call on. Using it afterwards is FFI009.
 *
 * @example
 * import { dlopen, taken } from "ffi";
 *
 * using strings = dlopen("strings", {
 *   malloc: { parameters: ["usize"], result: "pointer" },
 *   free: { parameters: [taken("pointer")], result: "void" },
 * });
 * const block = strings.symbols.malloc(16);
 * strings.symbols.free(block);
 * console.log("released"); // released
 */
export function taken<T extends NativeType>(type: T): TakenType<T> {
  return { kind: "taken", type };
}

/** The native or struct type under an ownership word. @internal */
export function plainType(type: ParameterType | ResultType): NativeType | StructType {
  return typeof type === "string" || type.kind === "struct" ? type : type.type;
}
