import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT, FaultKind, Instance } from "./library.ts";

const { Read, Write } = FaultKind;

/** One access: into which of the loop's arrays, at which byte, how many bytes. */
type Access = readonly [array: number, offset: number, bytes: number, kind: number];

interface Loop {
  readonly name: string;
  readonly arrays: number;
  /** Everything `n` turns access, in order. */
  readonly accesses: (n: number) => Access[];
}

const each = (n: number, accesses: (i: number) => Access[], from = 0, step = 1): Access[] => {
  const all: Access[] = [];
  for (let i = from; i < n; i += step) all.push(...accesses(i));
  return all;
};

const RECORD = 16;

const LOOPS: readonly Loop[] = [
  { name: "loop_sum", arrays: 1, accesses: (n) => each(n, (i) => [[0, 4 * i, 4, Read]]) },
  {
    name: "loop_copy",
    arrays: 2,
    accesses: (n) =>
      each(n, (i) => [
        [1, i, 1, Read],
        [0, i, 1, Write],
      ]),
  },
  {
    name: "loop_records",
    arrays: 1,
    accesses: (n) =>
      each(n, (i) => [
        [0, RECORD * i, 4, Read],
        [0, RECORD * i + 4, 2, Read],
        [0, RECORD * i + 6, 1, Read],
        [0, RECORD * i + 8, 8, Write],
      ]),
  },
  {
    name: "loop_odd",
    arrays: 1,
    accesses: (n) =>
      each(n, (i) => [[0, 4 * (i | 1), 4, Read], ...(i % 2 === 1 ? [] : [[0, 4 * i, 4, Read] as const])], 0, 3),
  },
  { name: "loop_down", arrays: 1, accesses: (n) => each(n, (i) => [[0, 2 * i, 2, Read]]).reverse() },
  { name: "loop_find", arrays: 1, accesses: (n) => each(n, (i) => [[0, i, 1, Read]]) },
  {
    name: "loop_branches",
    arrays: 2,
    accesses: (n) =>
      each(n, (i) => {
        if (i % 3 === 1) return [[1, 4 * i, 4, Read]];
        const next: Access = [1, 4 * (i + 1), 4, Read];
        return i % 3 === 0 ? [[1, 4 * i, 4, Read], [0, 4 * i, 4, Write], next] : [next];
      }),
  },
  {
    name: "loop_switch",
    arrays: 2,
    accesses: (n) =>
      each(n, (i): Access[] => {
        const next: Access = [1, i + 1, 1, Read];
        switch (i % 5) {
          case 0:
            return [
              [1, i, 1, Read],
              [0, i, 1, Write],
            ];
          case 1:
            return [[1, i, 1, Read]];
          case 2:
            return [[0, i, 1, Write]];
          case 3:
            return [[1, i, 1, Read], next];
          default:
            return [next];
        }
      }),
  },
  { name: "loop_pointer", arrays: 1, accesses: (n) => each(n, (i) => [[0, 4 * i, 4, Read]]).reverse() },
  { name: "loop_wide", arrays: 1, accesses: (n) => each(n, (i) => [[0, 8 * i, 8, Read]]) },
];

/** What the accesses need of one array, in bytes. */
const needed = (accesses: readonly Access[], array: number): number =>
  Math.max(0, ...accesses.filter(([of]) => of === array).map(([, offset, bytes]) => offset + bytes));

const filled = (library: Instance, bytes: number): number => {
  const address = library.call("malloc", bytes);
  for (let i = 0; i < bytes; i++) library.bytes[address + i] = (i * 37 + 11) % 200;
  return address;
};

describe.each(LOOPS)("$name", ({ name, arrays, accesses }) => {
  test("reports each access past the end, once, in order, and no other", async () => {
    const library = await Instance.load(BUILT, "loops", "checked");
    library.call("ffi_set_quarantine", 0);
    fc.assert(
      fc.property(fc.nat(70), fc.nat(15), fc.nat(arrays - 1), fc.nat(15), (n, short, which, shift) => {
        const all = accesses(n);
        library.reports.length = 0;
        // Behind a block are at least 16 bytes of nobody's, so that a write past the end by less does no harm.
        const sizes = Array.from({ length: arrays }, (_, array) => {
          const bytes = needed(all, array);
          return array === which ? Math.max(0, bytes - short) : bytes + shift;
        });
        const blocks = sizes.map((bytes) => filled(library, bytes));
        library.call(name, ...blocks, n);
        const wrong = all.filter(([array, offset, bytes]) => offset + bytes > sizes[array]!);
        expect(library.reports.map(({ kind, address, bytes }) => [kind, address, bytes])).toEqual(
          wrong.map(([array, offset, bytes, kind]) => [kind, blocks[array]! + Math.max(offset, sizes[array]!), bytes]),
        );
        for (const { span } of library.reports) expect(span?.function).toBe(name);
        for (const block of blocks) library.call("free", block);
      }),
      { numRuns: 150 },
    );
  });
});

test("every loop computes what its unchecked twin does", async () => {
  const [checked, fast] = [await Instance.load(BUILT, "loops", "checked"), await Instance.load(BUILT, "loops", "fast")];
  for (const { name, arrays, accesses } of LOOPS) {
    for (const n of [0, 1, 2, 3, 4, 5, 7, 16, 33, 100]) {
      const results = [checked, fast].map((library) => {
        const blocks = Array.from({ length: arrays }, (_, array) => filled(library, needed(accesses(n), array)));
        const result = library.call(name, ...blocks, n);
        return [
          result,
          ...blocks.map((block, array) => [...library.bytes.subarray(block, block + needed(accesses(n), array))]),
        ];
      });
      expect(results[0]).toEqual(results[1]);
    }
  }
  expect(checked.reports).toEqual([]);
});

test("a loop over neighbours reports what lies before the beginning too", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  const [to, from] = [filled(library, 40), filled(library, 44)];
  library.call("loop_stencil", to, from, 10);
  expect(library.reports).toEqual([]);
  library.call("loop_stencil", to, from + 4, 10);
  library.call("loop_stencil", to, from - 4, 10);
  expect(library.reports.map(({ address }) => address - from)).toEqual([44, -4]);
});

test("pairs at scattered places: each second one past the end is found", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  const values = filled(library, 2 * 50);
  const places = filled(library, 60);
  library.bytes.set(
    Array.from({ length: 60 }, (_, i) => (i === 31 || i === 59 ? 49 : (i * 7) % 49)),
    places,
  );
  library.call("loop_pairs", values, places, 60);
  expect(library.reports.map(({ kind, address }) => [kind, address - values])).toEqual([
    [Read, 100],
    [Read, 100],
  ]);
});

test("a null pointer in a loop is reported, not trapped", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  for (const { name, arrays } of LOOPS) {
    library.reports.length = 0;
    expect(() => library.call(name, ...Array.from({ length: arrays }, () => 0), 5)).toThrow(WebAssembly.RuntimeError);
    expect(library.reports).toHaveLength(1);
    expect(library.reports[0]!.address).toBeLessThan(100);
  }
});

test("a loop that stops early reads no further, and one whose text has no end is reported byte by byte", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  const to = filled(library, 2000);
  for (let length = 0; length < 100; length++) {
    const from = library.text("x".repeat(length));
    expect(library.call("loop_text", to, from)).toBe(length);
    expect(library.reports).toEqual([]);
    library.bytes[from + length] = 120;
    const after = library.bytes.indexOf(0, from);
    library.call("loop_text", to, from);
    expect(library.reports.map(({ kind, address }) => [kind, address - from])).toEqual(
      Array.from({ length: after - from - length }, (_, i) => [Read, length + 1 + i]),
    );
    library.reports.length = 0;
  }
});

test("what a loop could access and does not is nobody's business", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  const places = filled(library, 50);
  // 200 is what `filled` never writes.
  for (const wild of [0, 4, 0x10000000, 0x7ffffff0, 0x80000000, 0xfffffff0]) {
    expect(library.call("loop_maybe", places, wild, 50)).toBe(50);
  }
  const others = filled(library, 4 * 50);
  library.bytes[places + 13] = 200;
  library.bytes[places + 49] = 200;
  library.call("loop_maybe", places, others, 50);
  expect(library.reports).toEqual([]);
  library.call("loop_maybe", places, others + 4, 50);
  expect(library.reports.map(({ kind, address }) => [kind, address - others])).toEqual([[Read, 200]]);
  expect(() => library.call("loop_maybe", places, 0xfffffff0, 50)).toThrow(WebAssembly.RuntimeError);
});

test("a global's end is found in a loop", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  library.call("loop_table", 0, 100);
  library.call("loop_table", 99, 1);
  expect(library.reports).toEqual([]);
  library.call("loop_table", 50, 55);
  const places = library.reports.map(({ address }) => address - library.reports[0]!.address);
  expect(places).toEqual([0, 4, 8, 12, 16]);
});

test("a loop in which a variable's scope ends each turn", async () => {
  const library = await Instance.load(BUILT, "loops", "checked");
  for (const n of [0, 1, 2, 9, 40]) {
    library.reports.length = 0;
    library.call("loop_scope", n);
    expect(library.reports.map(({ kind }) => kind)).toEqual(Array.from({ length: Math.max(0, n - 1) }, () => Write));
  }
});
