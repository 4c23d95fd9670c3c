import type { CType } from "../../contract/description.ts";
import { ValueTag } from "../../trace/format.ts";
import type { NativeType } from "../types/native-types.ts";
import { PointerObject } from "../memory/pointer.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { isFixedArray } from "../types/struct-type.ts";
import type { FieldType, StructType } from "../types/field-types.ts";

/** Appends a value that crossed the boundary to the trace, as C sees it. `value` is TypeScript's side of it, `raw` C's. */
export type Recorder = (value: unknown, raw: number | bigint) => void;

export function recorder(space: AddressSpace, type: NativeType | StructType, actual: CType | null = null): Recorder {
  const { trace } = space.runtime;
  if (typeof type !== "string") return structRecorder(space, type, actual);
  switch (type) {
    case "void":
      return () => trace.value(ValueTag.Undefined);
    case "bool":
      return (_value, raw) => trace.value(ValueTag.Boolean, raw === 0 ? 0 : 1);
    case "i64":
    case "u64":
      return (value) => {
        const bits = BigInt.asUintN(64, value as bigint);
        trace.value(ValueTag.BigInt, Number(bits & 0xffffffffn), Number(bits >> 32n));
      };
    case "function":
      return (_value, raw) => {
        const index = Number(raw) >>> 0;
        trace.value(ValueTag.Function, index, space.callbackAt(index)?.id ?? 0);
      };
    case "pointer":
      return (value, raw) => {
        const block = PointerObject.is(value) ? PointerObject.block(value) : null;
        trace.value(ValueTag.Pointer, Number(raw) >>> 0, block?.id ?? 0, space.id);
      };
    case "buffer":
      return (value, raw) => {
        if (value === null) trace.value(ValueTag.Pointer, 0, 0, space.id);
        else trace.value(ValueTag.Buffer, Number(raw) >>> 0, (value as ArrayBufferView).byteLength);
      };
    default:
      return (value) => trace.value(ValueTag.Number, value as number);
  }
}

/** A struct's fields in C's order, under its name in C; where that is not known, under the names the program gave them. */
function structRecorder(space: AddressSpace, type: StructType, actual: CType | null): Recorder {
  const { trace } = space.runtime;
  const fields = type.fields.map((field) => ({ name: field.name, record: fieldRecorder(space, field.type) }));
  const name = actual?.kind === "struct" ? actual.name : type.fields.map((field) => field.name).join(", ");
  return (value) => {
    trace.value(ValueTag.Struct, trace.string(name));
    trace.count(fields.length);
    for (const { name: field, record } of fields) {
      const inner = (value as Record<string, unknown>)[field];
      record(inner, rawOf(inner));
    }
  };
}

function fieldRecorder(space: AddressSpace, type: FieldType): Recorder {
  if (!isFixedArray(type)) return recorder(space, type);
  const { trace } = space.runtime;
  const record = fieldRecorder(space, type.element);
  const name = `${typeof type.element === "string" ? type.element : ""}[${type.length}]`;
  return (value) => {
    const elements = (value as unknown[]).slice(0, MOST_ELEMENTS);
    trace.value(ValueTag.Struct, trace.string(name));
    trace.count(elements.length);
    for (const element of elements) record(element, rawOf(element));
  };
}

/** Elements of an array inside a struct that a trace keeps; a reader of traces takes no more. */
const MOST_ELEMENTS = 64;

function rawOf(value: unknown): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (PointerObject.is(value)) return PointerObject.address(value);
  return value === true ? 1 : 0;
}
