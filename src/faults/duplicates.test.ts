import { describe, expect, test } from "vitest";
import type { DetailInLibrary } from "./detail.ts";
import { Duplicates, type Occurrence } from "./duplicates.ts";

const inC = { side: "c", function: "strlen", address: 0x1000, bytes: 4, offset: 12 } as const;
const inTypeScript = { ...inC, side: "typescript" } as const;

const FREED = { code: "FFI003", function: "free", address: 0x1000 } as const;
const USED = { code: "FFI004", ...inC, act: "read", ended: "release" } as const;
const READ = { code: "FFI005", ...inC, act: "read", what: "access" } as const;
const WRITTEN = { ...READ, act: "write" } as const;
const NO_NUL = { code: "FFI010", ...inC } as const;
const UNWRITTEN = { code: "FFI016", ...inC, what: "value" } as const;
const LEAK = { code: "FFI002", address: 0x1000, blocks: 1, bytes: 4, deallocator: "free" } as const;
const DECLARED = { code: "FFI014", function: "add", prototype: "int add(int)", mismatch: "x" } as const;

/** Whether each is reported: one letter an occurrence, `R`eported or a `d`uplicate. */
function told(...occurrences: (Partial<Occurrence> & { readonly detail: DetailInLibrary })[]): string {
  const duplicates = new Duplicates();
  return occurrences
    .map((each) => (duplicates.isDuplicate({ block: null, place: null, call: null, ...each }) ? "d" : "R"))
    .join("");
}

describe("the same fault again", () => {
  test("once a block: each later use comes of the one act, wherever it is", () => {
    const use = { detail: USED, block: 1 };
    expect(told({ ...use, place: "5" }, { ...use, place: "6" }, { detail: USED, block: 2, place: "7" })).toBe("RdR");
  });

  test("once a place: a loop comes to one block after another", () => {
    expect(told({ detail: FREED, block: 1, place: "5" }, { detail: FREED, block: 2, place: "5" })).toBe("Rd");
    expect(told({ detail: USED, block: 1, place: "5" }, { detail: USED, block: 2, place: "5" })).toBe("Rd");
    expect(told({ detail: FREED, block: 1, place: "5" }, { detail: FREED, block: 1, place: "6" })).toBe("RR");
  });

  test("once a subject: of one place several are lost, or declared", () => {
    expect(told({ detail: LEAK, block: 1, place: "5" }, { detail: LEAK, block: 2, place: "5" })).toBe("RR");
    const other = { ...DECLARED, function: "subtract" };
    expect(told(...[DECLARED, other, DECLARED].map((detail) => ({ detail, place: "5" })))).toBe("RRd");
  });

  test("where the place is not known, the block or the function and the address tell", () => {
    expect(told({ detail: FREED, block: 1 }, { detail: FREED, block: 2 }, { detail: FREED, block: 1 })).toBe("RRd");
    expect(told({ detail: READ }, { detail: { ...READ, address: 0x2000 } }, { detail: READ })).toBe("RRd");
  });

  test("what is settled may be done wrong again", () => {
    const duplicates = new Duplicates();
    const taken = { code: "FFI009", function: "use", address: 0x1000, takenBy: "push" } as const;
    const use = (place: string) => duplicates.isDuplicate({ detail: taken, block: 1, place, call: null });
    expect([use("5"), use("6")]).toEqual([false, true]);
    duplicates.forget("FFI009", 1);
    expect(use("7")).toBe(false);
  });
});

describe("within one call", () => {
  const call = (event: number, cLocation: number) => ({ event, cLocation });

  test("other faults of the block are duplicates", () => {
    const one = { detail: READ, block: 1, place: "5 1", call: call(3, 1) };
    const other = { detail: FREED, block: 1, place: "5 2", call: call(3, 2) };
    expect(told(one, other, { ...other, place: "6 2", call: call(4, 2) })).toBe("RdR");
  });

  test("what the same place in C does next is a duplicate", () => {
    const one = { detail: READ, block: 1, place: "5 1", call: call(3, 1) };
    const other = { detail: FREED, block: 2, place: "5 1", call: call(3, 1) };
    expect(told(one, other, { ...other, block: 3, place: "5 0", call: call(3, 0) })).toBe("RdR");
  });
});

describe("in C, what follows from a fault before", () => {
  test("what goes wrong at a line that used an unwritten value", () => {
    expect(told({ detail: UNWRITTEN, place: "a.c:5" }, { detail: READ, block: 1, place: "a.c:5" })).toBe("Rd");
    expect(told({ detail: UNWRITTEN, place: "a.c:5" }, { detail: FREED, block: 1, place: "a.c:5" })).toBe("Rd");
    expect(told({ detail: UNWRITTEN, place: "a.c:5" }, { detail: READ, block: 1, place: "a.c:6" })).toBe("RR");
    const byTypeScript = { ...UNWRITTEN, ...inTypeScript };
    expect(told({ detail: byTypeScript, place: "5 0" }, { detail: READ, block: 1, place: "5 0" })).toBe("RR");
  });

  test("a read of bytes that were written out of bounds, and a NUL that is missing among them", () => {
    const write = { detail: WRITTEN, block: 1, place: "a.c:5" };
    const read = (offset: number, block = 1) => ({ detail: { ...READ, offset }, block, place: `${block}.c:${offset}` });
    expect(told(write, read(12), read(15), read(16), read(11), read(12, 2))).toBe("RddRRR");
    expect(told(write, { detail: NO_NUL, block: 1, place: "a.c:7" })).toBe("Rd");
  });

  test("bytes that a loop wrote at the same line count too", () => {
    const write = (offset: number) => ({ detail: { ...WRITTEN, offset }, block: 1, place: "a.c:5" });
    const read = { detail: { ...READ, offset: 20 }, block: 1, place: "a.c:9" };
    expect(told(write(12), read)).toBe("RR");
    expect(told(write(12), write(16), write(20), read)).toBe("Rddd");
  });

  test("what looks for a missing NUL behind the block", () => {
    const missing = { detail: NO_NUL, block: 1, place: "a.c:5" };
    expect(told(missing, { detail: READ, block: 1, place: "a.c:6" })).toBe("Rd");
    expect(told(missing, { detail: WRITTEN, block: 1, place: "a.c:6" })).toBe("RR");
    const byTypeScript = { ...READ, ...inTypeScript };
    expect(told(missing, { detail: byTypeScript, block: 1, place: "6 0" })).toBe("RR");
  });
});
