import fc from "fast-check";
import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from "../limits.ts";
import { write, type ValueSink } from "./encoding.ts";
import type { Value } from "./value.ts";

/** Writes a whole value, a struct's fields too. */
export function writeValue(to: ValueSink, value: Value): void {
  switch (value.kind) {
    case "undefined":
      return write.undefined(to);
    case "number":
      return write.number(to, value.value);
    case "bigint":
      return write.bigint(to, value.value);
    case "boolean":
      return write.boolean(to, value.value);
    case "pointer":
      return write.pointer(to, value.address, value.block, value.library);
    case "buffer":
      return write.buffer(to, value.address, value.bytes);
    case "function":
      return write.function(to, value.address, value.callback);
    case "struct":
      write.struct(to, value.name, value.fields.length);
      for (const field of value.fields) writeValue(to, field);
  }
}

const u32 = fc.nat({ max: 0xffff_ffff });
const scalars = [
  fc.constant<Value>({ kind: "undefined" }),
  fc.double().map((value): Value => ({ kind: "number", value })),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value): Value => ({ kind: "bigint", value })),
  fc.boolean().map((value): Value => ({ kind: "boolean", value })),
  fc.tuple(u32, u32, u32).map(([address, block, library]): Value => ({ kind: "pointer", address, block, library })),
  fc.tuple(u32, u32).map(([address, bytes]): Value => ({ kind: "buffer", address, bytes })),
  fc.tuple(u32, u32).map(([address, callback]): Value => ({ kind: "function", address, callback })),
];

/** How deep lists stand in each other, and how many values they have together. */
function sizeOf(values: readonly Value[], depth = 0): { readonly depth: number; readonly values: number } {
  const inner = values.flatMap((value) => (value.kind === "struct" ? [sizeOf(value.fields, depth + 1)] : []));
  return {
    depth: Math.max(depth, ...inner.map((each) => each.depth)),
    values: values.length + inner.reduce((sum, each) => sum + each.values, 0),
  };
}

/** Lists of any values that a trace can hold. */
export const valueLists: fc.Arbitrary<Value[]> = fc
  .letrec<{ value: Value; list: Value[] }>((tie) => ({
    value: fc.oneof(
      { maxDepth: MAX_VALUE_DEPTH, withCrossShrink: true },
      ...scalars,
      fc.tuple(fc.string(), tie("list")).map(([name, fields]): Value => ({ kind: "struct", name, fields })),
    ),
    list: fc.array(tie("value"), { maxLength: 6 }),
  }))
  .list.filter((list) => {
    const { depth, values } = sizeOf(list);
    return depth <= MAX_VALUE_DEPTH && values <= MAX_LIST_LENGTH;
  });
