import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_LIST_LENGTH } from "../../trace/limits.ts";
import type { TraceBatch } from "../../trace/format.ts";
import { Trace } from "../../trace/reader.ts";
import { ValueCheck } from "../../trace/values/check.ts";
import { ValuePool } from "../../trace/values/pool.ts";
import { readValues } from "../../trace/values/read.ts";
import type { Value } from "../../trace/values/value.ts";
import { TraceWriter } from "../../trace/writer.ts";
import type { FieldType, StructType } from "../types/field-types.ts";
import { array } from "../types/fixed-array.ts";
import { struct } from "../types/struct-type.ts";
import { recorders } from "./record-value.ts";

/** Records a call's arguments; null when a reader would refuse them. */
function recorded(types: readonly ("i32" | "bool" | StructType)[], args: readonly unknown[]): Value[] | null {
  const batches: TraceBatch[] = [];
  const writer = new TraceWriter(
    () => 0,
    (batch) => batches.push(batch),
    () => undefined,
  );
  const space = { id: 1, runtime: { trace: writer }, callbacks: { at: () => undefined } };
  writer.count(types.length);
  recorders(space, types).forEach((record, i) => record(args[i], args[i] === true ? 1 : 0));
  const count = writer.valueOffset;
  writer.event(3, 0, 0);
  writer.flush();
  const trace = new Trace();
  const pool = new ValuePool();
  for (const batch of batches) {
    trace.append(batch);
    pool.append(batch.values);
  }
  if (new ValueCheck(pool).walk(0, "list", trace.strings) !== count) return null;
  return readValues(trace, 0);
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

test("a struct of more arrays than a list has room for is recorded as far as there is room", () => {
  const field = array("i32", 64);
  const Large = struct({ a: field, b: field, c: field, d: field, e: field });
  const values = recorded(
    ["i32", Large],
    [7, { a: zeros(64), b: zeros(64), c: zeros(64), d: zeros(64), e: zeros(64) }],
  );
  expect(values?.[0]).toEqual({ kind: "number", value: 7 });
  const large = values?.[1];
  expect(large?.kind === "struct" && large.fields.map((each) => each.kind === "struct" && each.fields.length)).toEqual([
    64,
    64,
    64,
    MAX_LIST_LENGTH - 2 - 5 - 3 * 64,
    0,
  ]);
});

test("an array of arrays keeps whole rows", () => {
  const Matrix = struct({ rows: array(array("i32", 64), 64) });
  const values = recorded([Matrix], [{ rows: zeros(64).map(() => zeros(64)) }]);
  const matrix = values?.[0];
  const rows = matrix?.kind === "struct" ? matrix.fields[0] : undefined;
  expect(rows).toMatchObject({ kind: "struct", name: "[64]" });
  expect(rows?.kind === "struct" && rows.fields).toHaveLength(Math.floor((MAX_LIST_LENGTH - 2) / 65));
});

/** A type with a value of it. */
interface Typed<T> {
  readonly type: T;
  readonly value: unknown;
}

const { fieldType } = fc.letrec<{ fieldType: Typed<FieldType>; structType: Typed<StructType> }>((tie) => ({
  fieldType: fc.oneof(
    { maxDepth: 20, withCrossShrink: true },
    fc.integer({ min: -9, max: 9 }).map((value): Typed<FieldType> => ({ type: "i32", value })),
    fc.boolean().map((value): Typed<FieldType> => ({ type: "bool", value })),
    fc.tuple(tie("fieldType"), fc.integer({ min: 1, max: 100 })).map(([element, length]): Typed<FieldType> => ({
      type: array(element.type, length),
      value: Array.from({ length }, () => element.value),
    })),
    tie("structType"),
  ),
  structType: fc.array(tie("fieldType"), { minLength: 1, maxLength: 5 }).map((fields): Typed<StructType> => ({
    type: struct(Object.fromEntries(fields.map(({ type }, i) => [`f${i}`, type]))),
    value: Object.fromEntries(fields.map(({ value }, i) => [`f${i}`, value])),
  })),
}));

test("every call with any arguments leaves a record that a reader accepts", () => {
  fc.assert(
    fc.property(fc.array(fieldType, { minLength: 1, maxLength: 5 }), (fields) => {
      const types = fields.map(({ type }, i) => struct({ [`f${i}`]: type }));
      const args = fields.map(({ value }, i) => ({ [`f${i}`]: value }));
      expect(recorded(types, args)).toHaveLength(types.length);
    }),
  );
});

test("a struct inside structs, deeper than a reader goes, is recorded down to there", () => {
  let type: FieldType = "i32";
  let value: unknown = 1;
  for (let i = 0; i < 30; i += 1) {
    type = struct({ inner: type });
    value = { inner: value };
  }
  expect(recorded([type as unknown as StructType], [value])).toHaveLength(1);
});
