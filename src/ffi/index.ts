/**
 * The module `"ffi"`: open a C library, declare its functions, call them, and look at its memory.
 *
 * The spelling is Deno's; the ownership words `owned`, `borrowed` and `taken` say who releases what.
 */
import "./language/dispose-symbols.ts";

export * from "./types/libraries.ts";
export { dlopen, type Library, type SymbolTable } from "./calls/dlopen.ts";
export {
  owned,
  borrowed,
  taken,
  type Argument,
  type BorrowedType,
  type Bound,
  type BoundFunction,
  type BufferArgument,
  type NativeType,
  type OwnedResult,
  type OwnedType,
  type ParameterType,
  type Result,
  type ResultType,
  type SymbolDefinition,
  type TakenType,
} from "./types/native-types.ts";
export { address, offset } from "./memory/pointer.ts";
export { struct } from "./types/struct-type.ts";
export { array } from "./types/fixed-array.ts";
export type { ArrayType, TypedArrayOf } from "./memory/typed-array.ts";
export type { Callback, CallbackFunction } from "./callbacks/callback.ts";
export type { CallbackDefinition } from "./callbacks/callback-definition.ts";
export { PointerView } from "./memory/pointer-view.ts";
export type { Allocation, CString } from "./memory/allocation.ts";
export { ClosedError, FfiFault, NulError, SymbolError, Utf8Error } from "./errors.ts";
export type {
  FieldType,
  FieldValue,
  FixedArray,
  NumberType,
  StructField,
  StructType,
  StructValue,
} from "./types/field-types.ts";
export type { Pointer } from "./types/pointer-type.ts";
