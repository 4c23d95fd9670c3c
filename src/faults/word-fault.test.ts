import { describe, expect, test } from "vitest";
import { FAULT_CODES } from "./codes.ts";
import type { DetailInLibrary, DetailOf, FaultDetail } from "./detail.ts";
import type { BlockFacts, SpanFacts } from "./facts.ts";
import { blockNotes, wordFault } from "./word-fault.ts";

const nowhere = { typescript: null, c: null };

const block: BlockFacts = {
  id: 3,
  bytes: 12,
  owner: "typescript",
  label: "text",
  allocated: nowhere,
  freed: null,
  takenOver: null,
  keptBy: null,
  heldIn: null,
};
const variable: BlockFacts = { ...block, owner: "static", label: "total" };
const literal: BlockFacts = { ...block, owner: "static", label: ".str.2" };
const result: BlockFacts = { ...block, owner: "static", label: "retval" };
const moved: BlockFacts = { ...block, freed: { ...nowhere, by: "realloc" } };

const inC = { side: "c", address: 0x1000, bytes: 4, offset: 8 } as const;
const inTypeScript = { ...inC, side: "typescript" } as const;

const leak = { code: "FFI002", address: 0x1000, blocks: 1, bytes: 12, deallocator: "free_string" } as const;
const used = { code: "FFI004", ...inC, function: "strlen", act: "read", ended: "release" } as const;
const access = { code: "FFI005", ...inC, function: "memset", act: "write", what: "access" } as const;
const freed = { code: "FFI006", function: "free", address: 0x1004, memory: "heap", offset: 4 } as const;
const released = { code: "FFI007", function: "free", address: 0x1000, allocator: null } as const;
const view = { code: "FFI012", act: "read", address: 0x1000, bytes: 12 } as const;
const unwritten = { code: "FFI016", ...inC, function: null, what: "memory" } as const;

/** What a fault's message is: for a program of two languages, and for one of C alone where that differs. */
type Case = readonly [detail: DetailInLibrary, of: BlockFacts | null, both: string, c?: string];

const MESSAGES: readonly Case[] = [
  [
    { code: "FFI001", side: "c", function: "strlen", act: "read", address: 0 },
    null,
    "In `strlen`, memory was read through a null pointer.",
  ],
  [
    { code: "FFI001", side: "typescript", function: "PointerView", act: "write", address: 8 },
    null,
    "Memory was written through a null pointer plus 8 bytes.",
  ],
  [
    leak,
    block,
    "Block 3 (`text`), 12 bytes, was still allocated when the program ended, and nothing points at it any more.",
  ],
  [
    { ...leak, blocks: 2, bytes: 24 },
    block,
    "2 blocks, together 24 bytes, were still allocated when the program ended, and nothing points at them any more.",
  ],
  [
    leak,
    { ...block, heldIn: { global: "stored", block: null } },
    "Block 3 (`text`), 12 bytes, was still allocated when the program ended, and C still holds its address, in `stored`.",
  ],
  [
    { ...leak, blocks: 2, bytes: 24 },
    { ...block, heldIn: { global: null, block: 7 } },
    "2 blocks, together 24 bytes, were still allocated when the program ended, and C still holds their addresses, the first one's in block 7.",
  ],
  [
    { code: "FFI003", function: "free", address: 0x1000 },
    block,
    "Block 3 (`text`) was released a second time by `free`.",
    "Block 3 (12 bytes) was released a second time by `free`.",
  ],
  [
    { code: "FFI003", function: null, address: 0x1000 },
    null,
    "Memory was released a second time.",
    "Memory was released a second time by `free`.",
  ],
  [
    used,
    block,
    "In `strlen`, block 3 (`text`) was read after it had been released, at offset 8.",
    "In `strlen`, block 3 (12 bytes) was read at offset 8 after it had been released.",
  ],
  [
    { ...used, act: "use" },
    block,
    "In `strlen`, block 3 (`text`) was used after it had been released.",
    "In `strlen`, block 3 (12 bytes) was used at offset 8 after it had been released.",
  ],
  [
    { ...used, ...inTypeScript, function: "PointerView", act: "write", offset: 0 },
    block,
    "Block 3 (`text`) was written after it had been released.",
    "Block 3 (12 bytes) was written at offset 0 after it had been released.",
  ],
  [
    { ...used, ended: "return" },
    variable,
    "In `strlen`, a local variable was read after its function had returned.",
    "In `strlen`, `total`, a local variable, was read after its function had returned.",
  ],
  [
    { ...used, ended: "scope" },
    null,
    "In `strlen`, a local variable was read after the block of code that declares it.",
  ],
  [
    { ...access, bytes: 13, offset: 12 },
    block,
    "In `memset`, a write of 13 bytes reached offset 12, outside of block 3 (`text`), which has 12 bytes.",
    "In `memset`, a write of 13 bytes reached offset 12 of block 3 (12 bytes), just behind its end.",
  ],
  [
    { ...access, ...inTypeScript, function: "PointerView", offset: 10 },
    block,
    "A write of 4 bytes began at offset 10 and does not fit into block 3 (`text`), which has 12 bytes.",
    "A write of 4 bytes reached offset 10 of block 3 (12 bytes), over its end.",
  ],
  [
    { ...access, act: "read", offset: -4 },
    variable,
    "In `memset`, a read of 4 bytes reached offset -4, outside of block 3 (`total`), which has 12 bytes.",
    "In `memset`, a read of 4 bytes reached offset -4 of `total`, which has 12 bytes: 4 bytes before it begins.",
  ],
  [
    { ...access, act: "read", bytes: 1, offset: 13, function: null },
    block,
    "A read of 1 byte reached offset 13, outside of block 3 (`text`), which has 12 bytes.",
    "A read of 1 byte reached offset 13 of block 3 (12 bytes), 1 byte behind its end.",
  ],
  [
    { ...access, act: "read", bytes: 1, function: "strlen" },
    null,
    "In `strlen`, a read of 1 byte reached memory that the program was not given.",
  ],
  [
    { ...access, what: "pointer", offset: 2 ** 32, function: "strlen" },
    block,
    "`strlen` was given a pointer to offset 4294967296 of block 3 (`text`), which has 12 bytes.",
    "In `strlen`, a write of 4 bytes reached offset 4294967296 of block 3 (12 bytes), 4294967284 bytes behind its end.",
  ],
  [
    { ...access, ...inTypeScript, what: "view", bytes: 48, offset: 0, function: null },
    null,
    "A view of 48 bytes was made at offset 0 of memory that the program was not given.",
  ],
  [
    { ...access, what: "constant", offset: 2, bytes: 1 },
    { ...block, owner: "static" },
    "In `memset`, block 3 (`text`) was written, at offset 2, but it is a constant of the library.",
    "In `memset`, `text`, which is `const`, was written.",
  ],
  [
    { ...access, what: "constant", offset: 0, function: null },
    literal,
    "Block 3 (`.str.2`) was written, but it is a constant of the library.",
    "A string literal, which is constant, was written.",
  ],
  [
    { ...access, what: "overlap", function: "memcpy" },
    block,
    "In `memcpy`, 4 bytes were copied to where they overlap with what they were copied from.",
  ],
  [
    { ...access, what: "stack", function: "deep" },
    null,
    "In `deep`, the C stack was used up.",
    "The stack is used up.",
  ],
  [
    freed,
    block,
    "`free` was given a pointer 4 bytes into block 3 (`text`), not its start, to release.",
    "`free` was given a pointer 4 bytes into block 3 (12 bytes), not its start.",
  ],
  [
    { ...freed, offset: -4 },
    block,
    "`free` was given a pointer 4 bytes before block 3 (`text`), not its start, to release.",
    "`free` was given a pointer 4 bytes before block 3 (12 bytes), not its start.",
  ],
  [
    { ...freed, memory: "unknown", function: null },
    null,
    "C was given 0x1004, an address that no allocator gave out, to release.",
    "`free` was given a pointer that no allocating function returned.",
  ],
  [
    { ...freed, memory: "global" },
    variable,
    "`free` was given block 3 (`total`), a part of the library's own binary, to release.",
    "`free` was given `total`, a global variable.",
  ],
  [
    { ...freed, memory: "global" },
    literal,
    "`free` was given block 3 (`.str.2`), a part of the library's own binary, to release.",
    "`free` was given a string literal.",
  ],
  [
    { ...freed, memory: "local" },
    variable,
    "`free` was given block 3 (`total`), a local variable, to release.",
    "`free` was given `total`, a local variable.",
  ],
  [
    { ...released, deallocator: "free_string" },
    block,
    "Block 3 (`text`) was released by `free`, but it has to be released by `free_string`.",
    "Block 3 (12 bytes) is what `another function` made, and `free` was given it.",
  ],
  [
    { ...released, deallocator: "dispose" },
    block,
    "Block 3 (`text`) was released by `free`, but TypeScript owns it.",
    "Block 3 (12 bytes) is what `another function` made, and `free` was given it.",
  ],
  [
    { ...released, deallocator: "fclose", allocator: "fopen" },
    block,
    "Block 3 (`text`) was released by `free`, but it has to be released by `fclose`.",
    "Block 3 (12 bytes) is what `fopen` made, and `free` was given it.",
  ],
  [
    { code: "FFI008", function: "free", address: 0x1000, lender: "get_version" },
    block,
    "Block 3 (`text`) was given to `free` to release, but `get_version` only lent it.",
  ],
  [
    { code: "FFI009", function: "use", address: 0x1000, takenBy: "queue_push" },
    block,
    "Block 3 (`text`) was used after `queue_push` had taken it over.",
  ],
  [
    { code: "FFI010", ...inC, function: "strlen" },
    block,
    "In `strlen`, block 3 (`text`) was read as a C string, but none of its 12 bytes is a NUL.",
    "In `strlen`, block 3 (12 bytes) was read as a text, but none of its 12 bytes is a NUL.",
  ],
  [
    { code: "FFI010", ...inTypeScript, function: "getCString" },
    null,
    "Memory was read as a C string, but none of its 4 bytes is a NUL.",
    "Memory was read as a text, but none of its 4 bytes is a NUL.",
  ],
  [
    { code: "FFI011", function: "getCString", address: 0x1000 },
    null,
    "The bytes at 0x1000 were read as text, but they are not UTF-8.",
  ],
  [{ ...view, cause: "moved" }, block, "A view of block 3 (`text`) was read after C had moved the data elsewhere."],
  [
    { ...view, cause: "grew", act: "write" },
    block,
    "A view of block 3 (`text`) was written after the library's memory had grown.",
  ],
  [
    { code: "FFI013", function: "process_items", address: 7 },
    null,
    "`process_items` called a callback that had been closed.",
  ],
  [{ code: "FFI013", function: null, address: 7 }, null, "C called a callback that had been closed."],
  [
    { code: "FFI014", function: "add", prototype: "int add(int a)", mismatch: "it takes 1 parameter, not 2" },
    null,
    "`add` is declared unlike its C prototype `int add(int a)`: it takes 1 parameter, not 2.",
  ],
  [
    { code: "FFI015", exception: "RangeError: too many" },
    null,
    "A callback threw while C was on the stack: RangeError: too many.",
  ],
  [
    unwritten,
    block,
    "4 bytes at offset 8 of block 3 (`text`) were read, but neither side had written them.",
    "Block 3 (12 bytes) is read at offset 8 before anything has been written there.",
  ],
  [
    { ...unwritten, what: "value", function: "printf" },
    block,
    "4 bytes at offset 8 of block 3 (`text`) were read, but neither side had written them.",
    "In `printf`, a value from block 3 (12 bytes) is used that nobody has written.",
  ],
  [
    { ...unwritten, what: "value" },
    variable,
    "4 bytes at offset 8 of block 3 (`total`) were read, but neither side had written them.",
    "`total` is used before anything has been written to it.",
  ],
  [
    { ...unwritten, what: "value" },
    result,
    "4 bytes at offset 8 of block 3 (`retval`) were read, but neither side had written them.",
    "The function ends without a `return`, and its caller is given a value that nobody has written.",
  ],
  [
    { ...unwritten, what: "value" },
    null,
    "4 bytes at offset 8 of memory were read, but neither side had written them.",
    "A value is used that nobody has written.",
  ],
  [
    { code: "FFI017", function: "free", address: 0x1000, givenTo: "strings", home: "buffers" },
    null,
    "`free` was given a pointer into buffers: it means nothing in this library's memory.",
  ],
  [
    { code: "FFI017", function: "free", address: 0x1000, givenTo: "strings", home: "strings" },
    null,
    "`free` was given a pointer into another opened strings: it means nothing in this library's memory.",
  ],
  [
    { code: "FFI018", function: "use_handle", address: 0x1000, during: "use_handle" },
    block,
    "`use_handle` was given block 3 (`text`) while another task was in the middle of using it.",
  ],
  [
    { code: "FFI019", function: "add", type: "i32", value: "2147483648" },
    null,
    "`add` was given 2147483648, which does not fit i32.",
  ],
  [
    { code: "FFI020", function: "register_callback", address: 7, unregister: "unregister_callback" },
    null,
    "A callback that `register_callback` was given was still registered when the program ended.",
  ],
];

const said = (detail: DetailInLibrary, of: BlockFacts | null, span: SpanFacts | null = null) =>
  wordFault({ detail: { ...detail, library: 1 } as FaultDetail, block: of, span }, "typescript-and-c");

describe("messages", () => {
  for (const [detail, of, both, c = both] of MESSAGES) {
    test(`${detail.code}: ${both}`, () => {
      const facts = { detail: { ...detail, library: 1 } as FaultDetail, block: of, span: null };
      expect(wordFault(facts, "typescript-and-c").message).toBe(both);
      expect(wordFault(facts, "c").message).toBe(c);
    });
  }

  test("there is one for every fault", () => {
    expect([...new Set(MESSAGES.map(([{ code }]) => code))]).toEqual(FAULT_CODES);
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
