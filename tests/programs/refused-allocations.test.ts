import { describe, expect, it } from "vitest";
import { runProgram, type ProgramRunOptions } from "../../src/cli/run-program.ts";
import { Ledger } from "../../src/ledger/index.ts";
import { sentenceAt } from "../../src/ledger/sentence.ts";
import { TraceGuard } from "../../src/trace/guard.ts";
import { batchOf } from "../../src/trace/batch.test-support.ts";
import { EventKind } from "../../src/trace/format.ts";

/** Runs a program, and gives each refused allocation as whose it was, or the C function it was in, and its line. */
async function refusedIn(text: string, options: ProgramRunOptions): Promise<string[]> {
  const outcome = await runProgram(text, options);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { ledger } = outcome;
  return ledger.refusals(ledger.length).map(({ function: called, crossing, location }) => {
    const where = called ?? (crossing ? "TypeScript in a callback" : "TypeScript");
    return `${where} at line ${location.typescript?.line ?? "none"}`;
  });
}

const LIBC = `import { dlopen } from "ffi";
using basics = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
} as const);
const { malloc, calloc, realloc, free } = basics.symbols;
`;

describe("an allocation that fails on request is told with the call it failed in", () => {
  it.each([
    ["malloc", "free(malloc(8));", 1, "malloc at line 9"],
    ["calloc", "free(calloc(2, 4));", 1, "calloc at line 9"],
    ["realloc of nothing", "free(realloc(null, 8));", 1, "realloc at line 9"],
    ["realloc of a block", "const block = malloc(8);\nrealloc(block, 16);\nfree(block);", 2, "realloc at line 10"],
    ["the third of four", "for (const size of [1, 2, 3, 4]) free(malloc(size));", 3, "malloc at line 9"],
  ])("%s", async (_, text, failMalloc, expected) => {
    expect(await refusedIn(LIBC + text, { failMalloc })).toEqual([expected]);
  });

  it("not one of TypeScript's own, which neither fail nor count", async () => {
    const text = `${LIBC}using first = basics.alloc(8);\nusing second = basics.cstring("text");\nfree(malloc(1));`;
    expect(await refusedIn(text, { failMalloc: 1 })).toEqual(["malloc at line 11"]);
  });

  it.each([
    ["alloc", "using block = basics.alloc(8);", 1, "TypeScript at line 9"],
    ["cstring, after one of C's", `free(malloc(1));\nusing text = basics.cstring("text");`, 2, "TypeScript at line 10"],
    ["C's, after one of TypeScript's", "basics.alloc(8)[Symbol.dispose]();\nfree(malloc(1));", 2, "malloc at line 10"],
  ])("one of all of them: %s", async (_, text, failAllocation, expected) => {
    expect(await refusedIn(LIBC + text, { failAllocation })).toEqual([expected]);
  });

  it("TypeScript's own, with the callback it failed in", async () => {
    const text = `import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["pointer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
using items = lib.alloc(4);
new PointerView(items.pointer).setInt32(0, 1);
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
  try {
    lib.alloc(1);
  } catch {}
});
lib.symbols.register_callback(callback.pointer, null);
lib.symbols.process_items(items.pointer, 1);
lib.symbols.unregister_callback();`.replace("dlopen }", "dlopen, PointerView }");
    expect(await refusedIn(text, { failAllocation: 2 })).toEqual(["TypeScript in a callback at line 11"]);
  });

  it("none, where the run is asked for none or does not come to it", async () => {
    expect(await refusedIn(`${LIBC}free(malloc(8));`, {})).toEqual([]);
    expect(await refusedIn(`${LIBC}free(malloc(8));`, { failMalloc: 2 })).toEqual([]);
  });

  it("a C function that returns NULL for it", async () => {
    const text = `import { dlopen } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
} as const);
strings.symbols.set_name(null);
if (strings.symbols.get_error_message() !== null) throw new Error("a message");`;
    expect(await refusedIn(text, { failMalloc: 1 })).toEqual(["get_error_message at line 7"]);
  });

  it.each([1, 2, 3])("a C function that allocates several times, and gives up at number %i", async (failMalloc) => {
    const text = `import { dlopen } from "ffi";
using handles = dlopen("handles", { create_handle: { parameters: ["buffer", "usize"], result: "pointer" } } as const);
if (handles.symbols.create_handle(Uint8Array.of(1), 1) !== null) throw new Error("a handle");`;
    expect(await refusedIn(text, { failMalloc })).toEqual(["create_handle at line 3"]);
  });

  it("in each library that was opened, for the request is each one's own", async () => {
    const text = `import { dlopen } from "ffi";
const table = { malloc: { parameters: ["usize"], result: "pointer" } } as const;
using basics = dlopen("basics", table);
using strings = dlopen("strings", table);
basics.symbols.malloc(8);
strings.symbols.malloc(8);`;
    expect(await refusedIn(text, { failMalloc: 1 })).toEqual(["malloc at line 5", "malloc at line 6"]);
  });
});

it("each growth is counted, also where one call of C allocates several times", async () => {
  const text = `import { dlopen } from "ffi";
using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
} as const);
const handle = handles.symbols.create_handle(Uint8Array.of(1), 1);
handles.symbols.use_handle(handle);
handles.symbols.destroy_handle(handle);`;
  const outcome = await runProgram(text, { growMemory: "allocation" });
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { ledger } = outcome;
  const { report } = outcome;
  expect(report.faults).toEqual([]);
  // The copy of the buffer, and the three blocks of the handle.
  expect(ledger.growths(ledger.length)).toBe(4);
  expect(ledger.growths(0)).toBe(0);
});

it("a forged refusal, in a library or a call that there is not, is no part of a trace or of what it means", () => {
  const open = { kind: EventKind.Open, a: 1, b: 1 };
  const forged = (a: number, b: number) =>
    batchOf(0, [open, { kind: EventKind.Refused, a, b }], { strings: ["basics"] });
  expect(new TraceGuard(1).refusal(forged(2, 0))).toBe("nonsense");
  expect(new TraceGuard(1).refusal(forged(1, 7))).toBe("nonsense");
  expect(new TraceGuard(1).refusal(forged(1, 1))).toBeNull();
  const ledger = new Ledger({ spans: [null], descriptions: [] });
  ledger.append(forged(1, 1));
  expect(ledger.refusals(ledger.length), "the event of that index begins no crossing").toEqual([]);
  expect(sentenceAt(ledger, ledger.at(ledger.length))).toBe(
    "An allocation of C’s failed, as this run was asked to have it.",
  );
});

it("a refusal outside of every crossing is TypeScript's own, and its sentence says so", () => {
  const events = [
    { kind: EventKind.Open, a: 1, b: 1 },
    { kind: EventKind.Refused, a: 1, b: 0 },
  ];
  const batch = batchOf(0, events, { strings: ["basics"] });
  expect(new TraceGuard(1).refusal(batch)).toBeNull();
  const ledger = new Ledger({ spans: [null], descriptions: [] });
  ledger.append(batch);
  expect(ledger.refusals(ledger.length)).toMatchObject([{ by: "typescript", crossing: null }]);
  expect(sentenceAt(ledger, ledger.at(ledger.length))).toBe(
    "An allocation of TypeScript’s own failed, as this run was asked to have it.",
  );
});
