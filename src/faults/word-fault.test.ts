import { describe, expect, test } from "vitest";
import { FAULT_CODES } from "./codes.ts";
import type { DetailInLibrary, DetailOf, FaultDetail } from "./detail.ts";
import { block, inC, literal, nowhere, variable, type Example } from "./example.test-support.ts";
import type { BlockFacts, SpanFacts } from "./facts.ts";
import { blockNotes, wordFault } from "./word-fault.ts";

const EXAMPLES = Object.values(
  import.meta.glob<readonly Example[]>("./*/examples.test-support.ts", { eager: true, import: "examples" }),
).flat();

const leak = { code: "FFI002", address: 0x1000, blocks: 1, bytes: 12, deallocator: "free_string" } as const;
const used = { code: "FFI004", ...inC, function: "strlen", act: "read", ended: "release" } as const;
const access = { code: "FFI005", ...inC, function: "memset", act: "write", what: "access" } as const;
const moved: BlockFacts = { ...block, freed: { ...nowhere, by: "realloc" } };

const said = (detail: DetailInLibrary, of: BlockFacts | null, span: SpanFacts | null = null) =>
  wordFault({ detail: { ...detail, library: 1 } as FaultDetail, block: of, span }, "typescript-and-c");

describe("messages", () => {
  for (const [detail, of, both, c = both] of EXAMPLES) {
    test(`${detail.code}: ${both}`, () => {
      const facts = { detail: { ...detail, library: 1 } as FaultDetail, block: of, span: null };
      expect(wordFault(facts, "typescript-and-c").message).toBe(both);
      expect(wordFault(facts, "c").message).toBe(c);
    });
  }

  test("every fault has an example", () => {
    expect([...new Set(EXAMPLES.map(([{ code }]) => code))].sort()).toEqual(FAULT_CODES);
  });
});

describe("advice", () => {
  const inCAlone = (detail: DetailInLibrary, of: BlockFacts | null): string =>
    wordFault({ detail: { ...detail, library: 1 } as FaultDetail, block: of, span: null }, "c").advice;

  test("a leak is released, or declared with `using`, once C has forgotten its address", () => {
    const held = { ...block, heldIn: { global: "stored", block: null } };
    const own: Omit<DetailOf<"FFI002">, "library"> = { ...leak, deallocator: "dispose" };
    expect(said(leak, block).advice).toBe("Release it with `free_string`, exactly once, on every way out.");
    expect(said(own, held).advice).toBe(
      "Make C forget the address first, then declare it with `using`, so that the end of its scope releases it.",
    );
  });

  test("a block that realloc has released has another pointer now", () => {
    expect(inCAlone(used, moved)).toContain("use the pointer it returned");
    expect(inCAlone(used, block)).toContain("Finish with the memory before releasing it");
  });

  test("a literal is copied, a constant is left as it is", () => {
    const written = { ...access, what: "constant" } as const;
    expect(inCAlone(written, literal)).toContain("Copy it first");
    expect(inCAlone(written, variable)).toBe("Leave it as it is, or declare it without `const`.");
  });

  test("the offsets that a block has are said", () => {
    expect(inCAlone(access, block)).toBe(
      "Its offsets go from 0 to 11: check the index, or the size that was asked for.",
    );
  });

  test("C alone compares with NULL", () => {
    const nothing = { code: "FFI001", side: "c", function: null, act: "read", address: 0 } as const;
    expect(said(nothing, null).advice).toContain("Compare with null");
    expect(inCAlone(nothing, null)).toBe("Compare with NULL before using a pointer that may be NULL.");
  });
});

test("the end of a scope releases what `using` declares in it", () => {
  const again = { code: "FFI003", function: "dispose", address: 0x1000 } as const;
  expect(said(again, block, { line: 4, scopeEnd: true }).message).toBe(
    "Block 3 (`text`) was released a second time by the end of its scope.",
  );
  expect(said(again, block, { line: 4 }).message).toBe("Block 3 (`text`) was released a second time by `dispose`.");
});

describe("notes", () => {
  const at = { typescript: { line: 4 }, c: { file: "list.c", line: 9, function: "push" } };
  const whole: BlockFacts = {
    ...block,
    allocated: at,
    freed: { ...nowhere, by: "free" },
    takenOver: { typescript: { line: 5 }, c: null, by: "queue_push" },
    keptBy: "store_string",
  };

  test("say where the block came from, and what became of it", () => {
    expect(blockNotes(whole, "typescript-and-c")).toEqual([
      "Block 3 (`text`) was allocated at line 4, in `push` (list.c:9).",
      "It was handed over to `queue_push` at line 5.",
      "It was released by `free`.",
      "`store_string` still remembers a pointer into it.",
    ]);
  });

  test("name it by its number in C alone", () => {
    expect(blockNotes(whole, "c")[0]).toBe("Block 3 was allocated at line 4, in `push` (list.c:9).");
  });

  test("there are none of what was never allocated", () => {
    expect(blockNotes(variable, "c")).toEqual([]);
    expect(blockNotes(null, "c")).toEqual([]);
  });
});
