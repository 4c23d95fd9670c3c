import { expect, test } from "vitest";
import type { FaultDetail } from "../trace/format.ts";
import type { Block } from "./snapshot.ts";
import { wordFault } from "./wording.ts";

const detail: FaultDetail = {
  act: "end",
  library: 1,
  address: 0x1000,
  bytes: 12,
  offset: 0,
  function: null,
  expected: "free_string",
  actual: "1",
};

const block = (heldIn: Block["heldIn"]): Block => ({
  id: 3,
  library: "strings",
  address: 0x1000,
  bytes: 12,
  owner: "typescript",
  state: "live",
  label: "text",
  release: "free_string",
  allocated: { event: 0, typescript: null, c: null },
  freed: null,
  takenOver: null,
  pointers: [],
  keptBy: null,
  heldIn,
});

test("a leak that nobody can get at", () => {
  expect(wordFault("FFI002", { detail, block: block(null) })).toEqual({
    message:
      "Block 3 (`text`), 12 bytes, was still allocated when the program ended, and nobody has its address any more.",
    advice: "Release it with `free_string`, exactly once, on every way out.",
  });
});

test("a leak whose address stands in a global of C's, or in a block", () => {
  const inGlobal = wordFault("FFI002", { detail, block: block({ global: "stored", block: null }) });
  expect(inGlobal).toEqual({
    message:
      "Block 3 (`text`), 12 bytes, was still allocated when the program ended, and C still holds its address, in `stored`.",
    advice: "Make C forget the address first, then release it with `free_string`, exactly once, on every way out.",
  });
  const inBlock = wordFault("FFI002", { detail, block: block({ global: null, block: 7 }) });
  expect(inBlock.message).toContain("C still holds its address, in block 7.");
});

test("several leaks of one line", () => {
  const several = { ...detail, bytes: 24, actual: "2" };
  expect(wordFault("FFI002", { detail: several, block: block(null) }).message).toBe(
    "2 blocks, together 24 bytes, were still allocated when the program ended, and nobody has their addresses any more.",
  );
  expect(wordFault("FFI002", { detail: several, block: block({ global: "handlers", block: null }) }).message).toBe(
    "2 blocks, together 24 bytes, were still allocated when the program ended, and C still holds their addresses, the first one's in `handlers`.",
  );
});

test("TypeScript's own allocation is declared with `using`", () => {
  const own = { ...detail, expected: "dispose" };
  expect(wordFault("FFI002", { detail: own, block: block({ global: "stored", block: null }) }).advice).toBe(
    "Make C forget the address first, then declare it with `using`, so that the end of its scope releases it.",
  );
});

test("a view that reaches too far was made, not read through", () => {
  const facts = { detail: { ...detail, act: "read", bytes: 48, offset: 0, expected: "made" } as const, block: null };
  expect(wordFault("FFI005", facts).message).toBe(
    "A view of 48 bytes was made at offset 0 of memory that the program was not given.",
  );
});

test("an access in C is told by where it left its block, one in TypeScript by where it began", () => {
  const said = (different: Partial<FaultDetail>, of: Block | null = block(null)) =>
    wordFault("FFI005", { detail: { ...detail, act: "write", expected: null, actual: null, ...different }, block: of })
      .message;
  expect(said({ bytes: 13, offset: 12, function: "memset" })).toBe(
    "In `memset`, a write of 13 bytes reached offset 12, outside of block 3 (`text`), which has 12 bytes.",
  );
  expect(said({ bytes: 4, offset: 10, function: "PointerView" })).toBe(
    "A write of 4 bytes began at offset 10 and does not fit into block 3 (`text`), which has 12 bytes.",
  );
  expect(said({ act: "read", bytes: 1, function: "strlen" }, null)).toBe(
    "In `strlen`, a read of 1 byte reached memory that the program was not given.",
  );
  expect(said({ act: "call", offset: 2 ** 32, function: "strlen" })).toBe(
    "`strlen` was given a pointer to offset 4294967296 of block 3 (`text`), which has 12 bytes.",
  );
  expect(said({ actual: "constant", offset: 2, bytes: 1, function: "memset" })).toBe(
    "In `memset`, block 3 (`text`) was written, at offset 2, but it is a constant of the library.",
  );
});

test("a pointer before a block's start is said to be before it", () => {
  const said = (offset: number) =>
    wordFault("FFI006", { detail: { ...detail, act: "free", offset, function: "free" }, block: block(null) }).message;
  expect(said(-4)).toContain("a pointer 4 bytes before block 3");
  expect(said(4)).toContain("a pointer 4 bytes into block 3");
});
