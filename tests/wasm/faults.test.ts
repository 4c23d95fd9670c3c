import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { BUILT, FaultKind, Instance } from "./library.ts";

const SOURCE = readFileSync(path.join(import.meta.dirname, "c-sources/faulty/faulty.c"), "utf8").split("\n");

/** The 1-based line that is marked with this name. */
function marked(name: string): number {
  const line = SOURCE.findIndex((text) => text.includes(`/* here: ${name} */`)) + 1;
  if (line === 0) throw new Error(`nothing is marked "${name}"`);
  return line;
}

interface Case {
  readonly call: string;
  readonly wrong: readonly number[];
  /** Every one of these is without a fault. */
  readonly right: readonly (readonly number[])[];
  readonly kind: number;
  readonly bytes: number;
  /** Where the fault is, when it is not in the function that is called. */
  readonly location?: string;
}

const { Read, Write, DoubleFree, InvalidFree, UnterminatedString, Overlap } = FaultKind;

const CASES: readonly Case[] = [
  {
    call: "heap_read",
    wrong: [10, 10],
    right: [
      [10, 9],
      [10, 0],
      [1, 0],
    ],
    kind: Read,
    bytes: 1,
  },
  { call: "heap_read", wrong: [16, 16], right: [[16, 15]], kind: Read, bytes: 1 },
  { call: "heap_read", wrong: [10, -1], right: [[10, 0]], kind: Read, bytes: 1 },
  { call: "heap_read", wrong: [10, -16], right: [[10, 0]], kind: Read, bytes: 1 },
  { call: "heap_read", wrong: [100000, 102000], right: [[100000, 99999]], kind: Read, bytes: 1 },
  { call: "heap_write", wrong: [10, 12], right: [[10, 9]], kind: Write, bytes: 1 },
  {
    call: "heap_read_wide",
    wrong: [15, 8],
    right: [
      [16, 8],
      [16, 0],
    ],
    kind: Read,
    bytes: 8,
  },
  {
    call: "heap_write_wide",
    wrong: [10, 8],
    right: [
      [12, 8],
      [10, 4],
      [10, 6],
    ],
    kind: Write,
    bytes: 4,
  },
  { call: "global_read", wrong: [5], right: [[4], [0]], kind: Read, bytes: 4 },
  { call: "stack_write", wrong: [5], right: [[4], [0]], kind: Write, bytes: 4 },
  { call: "stack_write", wrong: [-1], right: [[0]], kind: Write, bytes: 4 },
  { call: "read_freed", wrong: [1], right: [[0]], kind: Read, bytes: 4 },
  { call: "read_freed_by_helper", wrong: [1], right: [[0]], kind: Read, bytes: 4, location: "helper" },
  { call: "read_moved", wrong: [1], right: [[0]], kind: Read, bytes: 1 },
  { call: "free_twice", wrong: [1], right: [[0]], kind: DoubleFree, bytes: 8 },
  { call: "free_interior", wrong: [1], right: [[0]], kind: InvalidFree, bytes: 0 },
  { call: "free_static", wrong: [1], right: [[0]], kind: InvalidFree, bytes: 0 },
  { call: "free_stack", wrong: [1], right: [[0]], kind: InvalidFree, bytes: 0 },
  { call: "copy_past", wrong: [21], right: [[20], [0], [1]], kind: Write, bytes: 21 },
  { call: "copy_from_past", wrong: [21], right: [[20]], kind: Read, bytes: 21 },
  { call: "copy_overlapping", wrong: [7], right: [[8], [0]], kind: Overlap, bytes: 8 },
  { call: "move_past", wrong: [25], right: [[24], [8]], kind: Write, bytes: 25 },
  { call: "set_past", wrong: [24], right: [[20], [0]], kind: Write, bytes: 24 },
  { call: "compare_past", wrong: [21], right: [[20]], kind: Read, bytes: 21 },
  { call: "find_past", wrong: [21], right: [[20]], kind: Read, bytes: 21 },
  { call: "copy_struct_freed", wrong: [1], right: [[0]], kind: Read, bytes: 1004 },
  { call: "length_unterminated", wrong: [1], right: [[0]], kind: UnterminatedString, bytes: 16 },
  { call: "length_freed", wrong: [1], right: [[0]], kind: Read, bytes: 1 },
  { call: "compare_unterminated", wrong: [1], right: [[0]], kind: UnterminatedString, bytes: 16 },
  { call: "compare_some_unterminated", wrong: [17], right: [[16], [0]], kind: UnterminatedString, bytes: 16 },
  { call: "copy_string_small", wrong: [16], right: [[17], [40]], kind: Write, bytes: 17 },
  { call: "copy_some_small", wrong: [21], right: [[20], [3]], kind: Write, bytes: 21 },
  { call: "append_small", wrong: [20], right: [[21]], kind: Write, bytes: 17 },
  { call: "append_some_small", wrong: [11], right: [[12]], kind: Write, bytes: 8 },
  { call: "find_char_unterminated", wrong: [1], right: [[0]], kind: UnterminatedString, bytes: 16 },
  { call: "find_last_unterminated", wrong: [1], right: [[0]], kind: UnterminatedString, bytes: 16 },
  { call: "find_string_unterminated", wrong: [1], right: [[0]], kind: UnterminatedString, bytes: 16 },
  { call: "duplicate_unterminated", wrong: [1], right: [[0]], kind: UnterminatedString, bytes: 16 },
  { call: "read_after_return", wrong: [1], right: [[0]], kind: Read, bytes: 4 },
  { call: "read_after_scope", wrong: [1], right: [[0]], kind: Read, bytes: 4 },
  { call: "array_write", wrong: [100], right: [[99], [0]], kind: Write, bytes: 1 },
  { call: "array_write", wrong: [-1], right: [[0]], kind: Write, bytes: 1 },
  {
    call: "variable_array_write",
    wrong: [10, 10],
    right: [
      [10, 9],
      [10, 0],
    ],
    kind: Write,
    bytes: 1,
  },
  { call: "print_freed", wrong: [1], right: [[0]], kind: Read, bytes: 1 },
];

describe("wrong programs and their right twins", () => {
  let faulty: Instance;
  beforeEach(async () => {
    faulty = await Instance.load(BUILT, "faulty", "checked");
  });

  test.each(CASES)(
    "$call($wrong) is found at its line, and goes on",
    ({ call, wrong, kind, bytes, location = call }) => {
      faulty.call(call, ...wrong);
      expect(faulty.reports).toHaveLength(1);
      const span = faulty.reports[0]!.span;
      expect(faulty.reports[0]).toMatchObject({ kind, bytes, span: { function: location, line: marked(location) } });
      expect(faulty.description.files[span!.file]).toBe("faulty.c");
    },
  );

  test.each(CASES)("$call($wrong) ends where the host throws", ({ call, wrong, kind }) => {
    faulty.thrown = new Error("stop");
    const stack = faulty.call("stackSave");
    expect(() => faulty.call(call, ...wrong)).toThrow(faulty.thrown);
    faulty.call("stackRestore", stack);
    faulty.call("ffi_forget_frames", stack);
    faulty.thrown = null;
    expect(faulty.reports).toMatchObject([{ kind }]);
    // Nothing is left behind that accuses a right program.
    for (const other of CASES) for (const parameters of other.right) faulty.call(other.call, ...parameters);
    expect(faulty.reports).toHaveLength(1);
  });

  test.each(CASES.flatMap(({ call, right }) => right.map((parameters) => ({ call, parameters }))))(
    "$call($parameters) accuses nothing and leaves nothing",
    ({ call, parameters }) => {
      faulty.call(call, ...parameters);
      expect(faulty.reports).toEqual([]);
      expect(faulty.releases).toHaveLength(faulty.allocations.length);
    },
  );

  test.each([
    ["null_read", Read, 0],
    ["null_write", Write, 1000],
  ])("%s is found, and cannot go on", (call, kind, address) => {
    expect(faulty.call(call, 0)).toBe(3);
    expect(() => faulty.call(call, 1)).toThrow(WebAssembly.RuntimeError);
    expect(faulty.reports).toMatchObject([{ kind, address, bytes: 4, span: { function: call, line: marked(call) } }]);
  });

  test("a fault in a function that the C library calls back has that function's line", () => {
    expect(faulty.call("sort_words", 3, 0)).toBe("a".charCodeAt(0));
    expect(faulty.reports).toEqual([]);
    expect(() => faulty.call("sort_words", 3, 1)).toThrow(WebAssembly.RuntimeError);
    const line = marked("by_first_letter");
    expect(faulty.reports).toMatchObject([{ kind: Read, span: { function: "by_first_letter", line } }]);
  });

  test("the first forbidden byte is named, not the first byte of the access", () => {
    faulty.call("heap_read_wide", 15, 8);
    expect(faulty.reports[0]!.address).toBe(faulty.allocations[0]!.address + 15);
    faulty.call("copy_past", 64);
    expect(faulty.reports[1]!.address).toBe(faulty.allocations[2]!.address + 20);
  });

  test("addresses between the end of the shadow's reach and the end of the address space are found", () => {
    const beyond = faulty.memory.buffer.byteLength + 8;
    expect(() => faulty.call("strlen", beyond)).toThrow(WebAssembly.RuntimeError);
    expect(faulty.reports).toMatchObject([{ kind: Read, address: beyond }]);
    expect(() => faulty.call("memset", 0xffff_fff0, 1, 100)).toThrow(WebAssembly.RuntimeError);
    expect(faulty.reports).toHaveLength(2);
  });

  test.each([
    ["recurse_with_array", 1],
    ["recurse_without_array", 0],
  ])("a stack that is used up is reported by %s, before it runs over what lies below", (location, arrays) => {
    const untouched = faulty.call("global_read", 0);
    expect(faulty.call("recurse", 100, arrays)).toBeGreaterThan(0);
    const stack = faulty.call("stackSave");
    expect(() => faulty.call("recurse", 1_000_000, arrays)).toThrow(WebAssembly.RuntimeError);
    expect(faulty.reports).toMatchObject([
      { kind: FaultKind.StackExhausted, bytes: 0, span: { function: location, line: marked(location) } },
    ]);
    faulty.call("stackRestore", stack);
    faulty.call("ffi_forget_frames", stack);
    expect(faulty.call("recurse", 100, arrays)).toBeGreaterThan(0);
    expect(faulty.reports).toHaveLength(1);
    // The last thing below the stack is still what it was.
    expect(faulty.call("global_read", 0)).toBe(untouched);
  });

  test("what forbids an address can be asked", () => {
    const block = faulty.call("malloc", 10);
    const why = (address: number): number => faulty.call("ffi_why", address);
    expect([block, block + 9, block + 10, block - 1].map(why)).toEqual([0, 0, 1, 1]);
    faulty.call("free", block);
    expect([block, 8, faulty.memory.buffer.byteLength].map(why)).toEqual([2, 7, 8]);
    faulty.call("global_read", 5);
    faulty.call("array_write", 100);
    faulty.call("read_after_return", 1);
    expect(faulty.reports.slice(0, 3).map(({ address }) => why(address))).toEqual([3, 5, 5]);
    // While its function runs, a frame is not over.
    const seen: number[] = [];
    faulty.onFault = ({ address }) => seen.push(why(address));
    faulty.call("array_write", 100);
    faulty.call("read_after_scope", 1);
    expect(seen).toEqual([4, 6]);
  });

  test("a callback can ask for the line that calls it, once", () => {
    const seen: number[] = [];
    const callback = faulty.module.addFunction((value) => {
      seen.push(faulty.call("ffi_take_location"), faulty.call("ffi_take_location"));
      return value! * 2;
    }, "ii");
    expect(faulty.call("through_pointer", callback, 21)).toBe(43);
    expect(seen[1]).toBe(0);
    expect(faulty.description.locations[seen[0]!]).toMatchObject({
      function: "through_pointer",
      line: marked("through_pointer"),
    });
  });

  test("a location is cleared when its call has returned", () => {
    const callback = faulty.module.addFunction((value) => value, "ii");
    faulty.call("through_pointer", callback, 1);
    faulty.call("length_unterminated", 0);
    faulty.call("malloc", 1);
    expect(faulty.allocations.at(-1)!.span).toBeNull();
    expect(faulty.call("ffi_take_location")).toBe(0);
  });

  test("the fast build does the same work", async () => {
    const fast = await Instance.load(BUILT, "faulty", "fast");
    for (const { call, right } of CASES) {
      // What a comparison or a stale copy answers is not the same number everywhere; that it answers is.
      for (const parameters of right) fast.call(call, ...parameters);
    }
    expect(fast.call("heap_write_wide", 12, 8)).toBe(faulty.call("heap_write_wide", 12, 8));
    expect(fast.exportNames).not.toContain("ffi_block_base");
  });
});
