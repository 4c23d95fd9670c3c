import { describe, expect, test } from "vitest";
import { classify, NULL_PAGE, type Finding, type MemoryAt } from "./classify.ts";

const heap = { kind: "heap", address: 0x20000, bytes: 12, freed: false, constant: false } as const;
const nothing: MemoryAt = { block: null, ended: null };
const live: MemoryAt = { block: heap, ended: null };
const freed: MemoryAt = { block: { ...heap, freed: true }, ended: null };
const constant: MemoryAt = { block: { ...heap, kind: "global", constant: true }, ended: null };
const returned: MemoryAt = { block: { ...heap, kind: "local" }, ended: "return" };
const unknownVariable: MemoryAt = { block: null, ended: "scope" };

const at = (finding: Finding, memory: MemoryAt, address = heap.address + 4) =>
  classify({ finding, memory, address, bytes: 4, function: "memset" });

/** By finding and by what lies there: the fault, and what its detail says of it. */
const CASES: readonly (readonly [Finding, memory: string, MemoryAt, expected: Record<string, unknown>])[] = [
  ["read", "nothing that is known", nothing, { code: "FFI005", what: "access", act: "read", offset: 0 }],
  ["read", "a live block", live, { code: "FFI005", what: "access", act: "read", offset: 4 }],
  ["read", "a freed block", freed, { code: "FFI004", ended: "release", act: "read", offset: 4 }],
  ["read", "a constant", constant, { code: "FFI005", what: "access" }],
  ["read", "a variable whose function has returned", returned, { code: "FFI004", ended: "return" }],
  ["read", "a variable that is over, and not known", unknownVariable, { code: "FFI004", ended: "scope" }],
  ["write", "a live block", live, { code: "FFI005", what: "access", act: "write" }],
  ["write", "a freed block", freed, { code: "FFI004", ended: "release", act: "write" }],
  ["write", "a constant", constant, { code: "FFI005", what: "constant", act: "write", offset: 4 }],
  ["double-free", "a freed block", freed, { code: "FFI003" }],
  ["invalid-free", "a freed block that the checker has forgotten", freed, { code: "FFI003" }],
  ["invalid-free", "the middle of a live block", live, { code: "FFI006", memory: "heap", offset: 4 }],
  ["invalid-free", "a constant", constant, { code: "FFI006", memory: "global" }],
  ["invalid-free", "a variable that is over", returned, { code: "FFI006", memory: "local" }],
  ["invalid-free", "nothing that is known", nothing, { code: "FFI006", memory: "unknown", offset: 0 }],
  ["unterminated", "a live block", live, { code: "FFI010" }],
  ["unterminated", "a freed block", freed, { code: "FFI004", ended: "release", act: "read" }],
  ["unterminated", "a variable that is over", returned, { code: "FFI004", ended: "return", act: "read" }],
  ["overlap", "a live block", live, { code: "FFI005", what: "overlap", act: "write" }],
  ["stack-exhausted", "nothing that is known", nothing, { code: "FFI005", what: "stack", act: "write" }],
];

test.each(CASES)("%s of %s", (finding, _, memory, expected) => {
  expect(at(finding, memory)).toMatchObject({ function: "memset", ...expected });
});

describe("the null page", () => {
  test("is what a null pointer plus a small offset leads to", () => {
    const last = NULL_PAGE - 1;
    expect(at("read", nothing, 0)).toMatchObject({ code: "FFI001", act: "read", address: 0 });
    expect(at("write", nothing, last)).toMatchObject({ code: "FFI001", act: "write", address: last });
    expect(at("write", nothing, NULL_PAGE)).toMatchObject({ code: "FFI005" });
  });

  test("is nothing to release", () => {
    expect(at("invalid-free", nothing, 8)).toMatchObject({ code: "FFI006", memory: "unknown" });
  });
});

test("behind its end a constant is no constant", () => {
  expect(at("write", constant, heap.address + heap.bytes)).toMatchObject({ code: "FFI005", what: "access" });
});
