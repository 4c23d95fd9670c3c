import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from "../limits.ts";
import { ValueCheck } from "./check.ts";
import { NUMBER_COUNT, ValueTag, write, type ValueSink } from "./encoding.ts";
import { ValuePool } from "./pool.ts";
import { readValue, readValues, type ValueSource } from "./read.ts";
import type { Value } from "./value.ts";
import { valueLists, writeValue } from "./values.test-support.ts";

/** Values as numbers, and back: a trace without its events. */
class Values implements ValueSink, ValueSource {
  readonly numbers: number[] = [];
  readonly #strings: string[] = [];

  value(tag: ValueTag, ...numbers: number[]): void {
    this.numbers.push(tag, ...numbers.slice(0, NUMBER_COUNT[tag]));
  }

  count(length: number): void {
    this.numbers.push(length);
  }

  get strings(): number {
    return this.#strings.length;
  }

  string(text: string): number;
  string(id: number): string;
  string(text: string | number): string | number {
    return typeof text === "string" ? this.#strings.push(text) : (this.#strings[text - 1] ?? "");
  }

  number(offset: number): number | undefined {
    return this.numbers[offset];
  }

  list(values: readonly Value[]): this {
    this.count(values.length);
    for (const value of values) writeValue(this, value);
    return this;
  }

  /** The numbers in parts, as batches bring them. */
  check(partLength = 1000): ValueCheck {
    const pool = new ValuePool();
    for (let at = 0; at < this.numbers.length; at += partLength)
      pool.append(Float64Array.from(this.numbers.slice(at, at + partLength)));
    return new ValueCheck(pool);
  }
}

test("a list that was written is accepted, as long as it is, and read as it was", () => {
  fc.assert(
    fc.property(valueLists, fc.integer({ min: 1, max: 50 }), (values, partLength) => {
      const written = new Values().list(values);
      expect(written.check(partLength).walk(0, "list", written.strings)).toBe(written.numbers.length);
      expect(readValues(written, 0)).toEqual(values);
    }),
  );
});

test("of numbers that are wrong in one place, a reader makes values, and as many at most as a list may have", () => {
  const wrong = fc.oneof(fc.nat({ max: 9 }), fc.nat(), fc.double());
  fc.assert(
    fc.property(valueLists, fc.nat(), wrong, (values, at, number) => {
      const written = new Values().list(values);
      written.numbers[at % written.numbers.length] = number;
      const walked = written.check().walk(0, "list", written.strings);
      const read = readValues(written, 0);
      expect(count(read)).toBeLessThanOrEqual(MAX_LIST_LENGTH);
      if (walked === null) return;
      // What was accepted is one writing of what was read.
      const again = new Values().list(read);
      expect(again.numbers).toHaveLength(walked);
    }),
  );
});

const count = (values: readonly Value[]): number =>
  values.reduce((sum, value) => sum + 1 + (value.kind === "struct" ? count(value.fields) : 0), 0);

describe("as large as lists may be, and one more", () => {
  const list = (length: number): Values =>
    new Values().list(Array.from({ length }, (): Value => ({ kind: "undefined" })));

  const nested = (depth: number): Values => {
    let value: Value = { kind: "number", value: 1 };
    for (let i = 0; i < depth; i += 1) value = { kind: "struct", name: "S", fields: [value] };
    return new Values().list([value]);
  };

  test("in length", () => {
    expect(list(MAX_LIST_LENGTH).check().walk(0, "list", 0)).toBe(MAX_LIST_LENGTH + 1);
    expect(readValues(list(MAX_LIST_LENGTH), 0)).toHaveLength(MAX_LIST_LENGTH);
    const one = list(MAX_LIST_LENGTH + 1);
    expect(one.check().walk(0, "list", 0)).toBeNull();
    expect(readValues(one, 0)).toEqual([]);
  });

  test("in depth", () => {
    const deep = nested(MAX_VALUE_DEPTH);
    expect(deep.check().walk(0, "list", deep.strings)).toBe(deep.numbers.length);
    expect(JSON.stringify(readValues(deep, 0))).toContain("number");
    const deeper = nested(MAX_VALUE_DEPTH + 1);
    expect(deeper.check().walk(0, "list", deeper.strings)).toBeNull();
    expect(JSON.stringify(readValues(deeper, 0))).not.toContain("number");
  });
});

test("a negative 64-bit integer is kept as C has it", () => {
  const written = new Values();
  write.bigint(written, -1n);
  expect(readValue(written, 0)).toEqual({ kind: "bigint", value: 2n ** 64n - 1n });
});
