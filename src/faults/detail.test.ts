import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { DETAILS } from "./all.ts";
import { FAULT_CODES, type FaultCode } from "./codes.ts";
import type { FaultDetail } from "./detail.ts";
import type { BlockFacts } from "./facts.ts";
import { MAX_DETAIL_LENGTH, MAX_TEXT_LENGTH } from "./limits.ts";
import { readDetail } from "./read-detail.ts";
import { blockNotes, wordFault } from "./word-fault.ts";
import { writeDetail } from "./write-detail.ts";

/** Values that a schema accepts. Texts are made of `text`. */
function accepted(schema: v.GenericSchema, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const any = schema as unknown as {
    readonly type: string;
    readonly literal: unknown;
    readonly options: readonly unknown[];
    readonly wrapped: v.GenericSchema;
    readonly entries: Readonly<Record<string, v.GenericSchema>>;
  };
  switch (any.type) {
    case "literal":
      return fc.constant(any.literal);
    case "picklist":
      return fc.constantFrom(...any.options);
    case "union":
    case "variant":
      return fc.oneof(...any.options.map((option) => accepted(option as v.GenericSchema, text)));
    case "nullable":
      return fc.oneof(fc.constant(null), accepted(any.wrapped, text));
    case "string":
      return text;
    case "number":
      return fc
        .oneof(
          fc.integer(),
          fc.nat(100),
          // JSON has no negative zero.
          fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0),
        )
        .map((number) => (v.is(schema, number) ? number : -number));
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(any.entries).map(([key, entry]) => [key, accepted(entry, text)])),
      );
    default:
      throw new Error(`no arbitrary for a schema of the type ${any.type}`);
  }
}

const detailOf = (code: FaultCode, text: fc.Arbitrary<string>) =>
  accepted(DETAILS[code], text) as fc.Arbitrary<FaultDetail>;

const place = fc.record({
  typescript: fc.option(fc.record({ line: fc.nat() })),
  c: fc.option(fc.record({ file: fc.constant("list.c"), line: fc.nat(), function: fc.constant("push") })),
});
const blocks: fc.Arbitrary<BlockFacts> = fc
  .record({ where: place, by: fc.constantFrom("free", "realloc", "dispose"), heldIn: fc.boolean() })
  .chain(({ where, by, heldIn }) =>
    fc.record({
      id: fc.nat(),
      bytes: fc.nat(),
      owner: fc.constantFrom("typescript", "c", "static"),
      label: fc.constantFrom("name", ".str", "retval"),
      allocated: fc.constant(where),
      freed: fc.constantFrom(null, { ...where, by }),
      takenOver: fc.constantFrom(null, { ...where, by }),
      keptBy: fc.constantFrom(null, "store_string"),
      heldIn: fc.constantFrom(null, heldIn ? { global: "stored", block: null } : { global: null, block: 7 }),
    }),
  );

describe.each(FAULT_CODES)("%s", (code) => {
  test("what its schema accepts survives the trace", () => {
    fc.assert(
      fc.property(detailOf(code, fc.string({ unit: "binary", maxLength: 20 })), (detail) => {
        expect(readDetail(code, writeDetail(detail))).toEqual(detail);
      }),
    );
  });

  test("its words say something for both audiences, whatever the detail and the block", () => {
    const names = fc.constantFrom("strlen", "dispose", "PointerView");
    fc.assert(
      fc.property(detailOf(code, names), fc.option(blocks), fc.option(place), (detail, block, where) => {
        for (const audience of ["typescript-and-c", "c"] as const) {
          const { message, advice } = wordFault({ detail, block, span: where?.typescript ?? null }, audience);
          for (const sentence of [message, advice, ...blockNotes(block, audience)]) {
            expect(sentence).toMatch(/^[`A-Z\d].*[.]$/);
            expect(sentence).not.toMatch(/undefined|`null`|`NULL`|NaN|\[object|\bnull (?!pointer|before)/);
          }
        }
      }),
    );
  });

  test("a detail of another fault is none of its", () => {
    const other = FAULT_CODES.find((each) => each !== code)!;
    const [detail] = fc.sample(detailOf(other, fc.constant("f")), 1);
    expect(readDetail(code, writeDetail(detail!))).toBeNull();
  });
});

describe("what a program makes too large is cut, and not lost", () => {
  const written = (exception: string) => {
    const text = writeDetail({ code: "FFI015", library: 1, exception });
    expect(text.length).toBeLessThanOrEqual(MAX_DETAIL_LENGTH);
    return readDetail("FFI015", text);
  };

  test("a long message", () => {
    expect(written("x".repeat(100_000))).toEqual({
      code: "FFI015",
      library: 1,
      exception: `${"x".repeat(MAX_TEXT_LENGTH - 1)}…`,
    });
  });

  test("one of characters that JSON writes with six", () => {
    expect(written("\u0000".repeat(100_000))).not.toBeNull();
  });

  test("one with half a character at its end", () => {
    const cut = written(`x${"😀".repeat(MAX_TEXT_LENGTH)}`) as { readonly exception: string };
    expect(cut.exception).toBe(`x${"😀".repeat(MAX_TEXT_LENGTH / 2 - 1)}…`);
  });

  test("every text of every fault may be as long as it can be", () => {
    for (const code of FAULT_CODES) {
      const [detail] = fc.sample(detailOf(code, fc.constant("\u0000".repeat(MAX_TEXT_LENGTH))), 1);
      expect(readDetail(code, writeDetail(detail!)), code).toEqual(detail);
    }
  });

  test("a number that JSON does not have", () => {
    const detail = {
      code: "FFI002",
      library: 1,
      address: -Infinity,
      blocks: 1,
      bytes: Infinity,
      deallocator: null,
    } as const;
    expect(readDetail("FFI002", writeDetail(detail))).toMatchObject({
      bytes: Number.MAX_VALUE,
      address: -Number.MAX_VALUE,
    });
  });
});

describe("what no runner writes is no detail", () => {
  const good = { code: "FFI015", library: 1, exception: "Error: x" };
  test("the good one is", () => expect(readDetail("FFI015", JSON.stringify(good))).toEqual(good));
  test.each([
    ["no JSON", "{"],
    ["no object", "7"],
    ["null", "null"],
    ["nothing", ""],
    ["a field that is missing", JSON.stringify({ code: "FFI015", library: 1 })],
    ["a field of another type", JSON.stringify({ ...good, exception: 7 })],
    ["a number that is infinite", JSON.stringify(good).replace('"library":1', '"library":1e999')],
    ["another code", JSON.stringify({ ...good, code: "FFI014" })],
    ["a text that was not cut", JSON.stringify({ ...good, exception: "x".repeat(MAX_TEXT_LENGTH + 1) })],
    ["a text without end", JSON.stringify({ ...good, more: "x".repeat(MAX_DETAIL_LENGTH) })],
    ["an array", "[".repeat(10_000)],
  ])("%s", (_, text) => expect(readDetail("FFI015", text)).toBeNull());

  test("fields that the fault does not have are left out", () => {
    expect(readDetail("FFI015", JSON.stringify({ ...good, __proto__: 1, more: 2 }))).toEqual(good);
  });
});
