import { BIGINT_RANGES, INTEGER_RANGES } from "../types/numbers.ts";
import { describe } from "../types/describe.ts";
import { asPointer, makePointer, PointerObject } from "./pointer.ts";
import type { AddressSpace } from "./address-space.ts";
import type { OwnStruct } from "./own-struct.ts";
import { isFixedArray, isStruct, scalarBytes } from "../types/struct-type.ts";
import type { FieldType, FixedArray, Scalar, StructType } from "../types/field-types.ts";
import type { Pointer } from "../types/pointer-type.ts";

/** Reads one scalar of C memory; nothing is checked here. */
export function readScalar(space: AddressSpace, type: Scalar, at: number): unknown {
  const { view } = space;
  switch (type) {
    case "bool":
      return view.getUint8(at) !== 0;
    case "i8":
      return view.getInt8(at);
    case "u8":
      return view.getUint8(at);
    case "i16":
      return view.getInt16(at, true);
    case "u16":
      return view.getUint16(at, true);
    case "i32":
    case "isize":
      return view.getInt32(at, true);
    case "u32":
    case "usize":
      return view.getUint32(at, true);
    case "f32":
      return view.getFloat32(at, true);
    case "f64":
      return view.getFloat64(at, true);
    case "i64":
      return view.getBigInt64(at, true);
    case "u64":
      return view.getBigUint64(at, true);
    case "pointer":
    case "function": {
      const target = view.getUint32(at, true);
      if (target === 0) return null;
      const block = space.checked && type === "pointer" ? space.blocks.at(target) : null;
      if (block) space.blocks.shown(block);
      return makePointer(space, target, block);
    }
  }
}

/** Writes one scalar. `where` names it in messages: `Point.x`. @throws TypeError, FfiFault (FFI017, FFI019) */
export function writeScalar(space: AddressSpace, type: Scalar, at: number, value: unknown, where: string): void {
  const { view } = space;
  switch (type) {
    case "bool":
      if (typeof value !== "boolean") return refuse(where, "a boolean", value);
      return view.setUint8(at, Number(value));
    case "f32":
    case "f64":
      if (typeof value !== "number") return refuse(where, "a number", value);
      return type === "f32" ? view.setFloat32(at, value, true) : view.setFloat64(at, value, true);
    case "i64":
    case "u64": {
      if (typeof value !== "bigint") return refuse(where, "a bigint", value);
      const [low, high] = BIGINT_RANGES[type];
      if (value < low || value > high) return outOfRange(space, type, value, where);
      return view.setBigUint64(at, BigInt.asUintN(64, value), true);
    }
    case "pointer":
    case "function":
      return view.setUint32(at, value === null ? 0 : foreignChecked(space, value, where), true);
    default: {
      if (typeof value !== "number") return refuse(where, "a number", value);
      const [low, high] = INTEGER_RANGES[type];
      if (!Number.isInteger(value) || value < low || value > high) return outOfRange(space, type, value, where);
      if (high <= 0xff) return view.setUint8(at, value & 0xff);
      if (high <= 0xffff) return view.setUint16(at, value & 0xffff, true);
      return view.setUint32(at, value >>> 0, true);
    }
  }
}

function refuse(where: string, wanted: string, value: unknown): never {
  throw new TypeError(`${where} must be ${wanted}, got ${describe(value)}`);
}

function outOfRange(space: AddressSpace, type: Scalar, value: unknown, where: string): never {
  throw space.runtime.faults.report({ code: "FFI019", function: where, type, value: String(value) }, space, null);
}

function foreignChecked(space: AddressSpace, value: unknown, where: string): number {
  const pointer = asPointer(value as Pointer, where);
  const home = PointerObject.space(pointer);
  const address = PointerObject.address(pointer);
  if (home !== space) {
    const detail = { code: "FFI017", function: where, address, givenTo: space.name, home: home.name } as const;
    throw space.runtime.faults.report(detail, space, null);
  }
  return address;
}

/** Stores what WebAssembly returned for a scalar, as C would have. */
export function storeRaw(space: AddressSpace, type: Scalar, at: number, raw: number | bigint): void {
  const { view } = space;
  if (type === "f64") view.setFloat64(at, Number(raw), true);
  else if (type === "f32") view.setFloat32(at, Number(raw), true);
  else if (typeof raw === "bigint") view.setBigUint64(at, BigInt.asUintN(64, raw), true);
  else if (scalarBytes(type) === 1) view.setUint8(at, raw & 0xff);
  else if (scalarBytes(type) === 2) view.setUint16(at, raw & 0xffff, true);
  else view.setUint32(at, raw >>> 0, true);
}

/** Reads a struct into an object of its fields. */
export function readStruct(space: AddressSpace, type: StructType, at: number): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const field of type.fields) value[field.name] = readField(space, field.type, at + field.offset);
  return value;
}

function readField(space: AddressSpace, type: FieldType, at: number): unknown {
  if (isStruct(type)) return readStruct(space, type, at);
  if (!isFixedArray(type)) return readScalar(space, type, at);
  const step = type.byteLength / type.length;
  return Array.from({ length: type.length }, (_, index) => readField(space, type.element, at + index * step));
}

/** Writes a struct; padding is left as it is. @throws as `writeScalar` */
export function writeStruct(space: AddressSpace, type: StructType, at: number, value: OwnStruct, where: string): void {
  for (const field of type.fields) {
    writeField(space, field.type, at + field.offset, value[field.name], `${where}.${field.name}`);
  }
}

/** Writes what `ownField` gave. @throws as `writeScalar` */
export function writeField(space: AddressSpace, type: FieldType, at: number, value: unknown, where: string): void {
  if (isStruct(type)) writeStruct(space, type, at, value as OwnStruct, where);
  else if (isFixedArray(type)) writeArray(space, type, at, value as readonly unknown[], where);
  else writeScalar(space, type, at, value, where);
}

function writeArray(space: AddressSpace, type: FixedArray, at: number, list: readonly unknown[], where: string): void {
  const step = type.byteLength / type.length;
  for (const [index, element] of list.entries()) {
    writeField(space, type.element, at + index * step, element, `${where}[${index}]`);
  }
}
