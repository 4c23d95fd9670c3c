import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";
import { TraceGuard } from "../../src/trace/guard.ts";

/** Runs a program to its end: what leaked, and what is said of the leaks together. */
async function leaksOf(text: string) {
  const outcome = await runProgram(text, {});
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const guard = new TraceGuard(Number.MAX_SAFE_INTEGER);
  expect(outcome.batches.map((batch) => guard.refusal(batch))).toEqual(outcome.batches.map(() => null));
  const { faults, heap } = outcome.report;
  const leaks = faults.filter((fault) => fault.code === "FFI002");
  return {
    lines: leaks.map((fault) => fault.typescript?.line),
    messages: leaks.map((fault) => fault.message),
    heldIn: leaks.map((fault) => fault.block?.heldIn),
    heap: { blocks: heap.leakedBlocks, bytes: heap.leakedBytes, held: heap.heldBlocks, heldBytes: heap.heldBytes },
  };
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

const HEAD = `import { dlopen, offset, PointerView } from "ffi";
using lib = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  store_string: { parameters: ["pointer"], result: "void" },
});
const { calloc, store_string } = lib.symbols;
`;

test("a leak that the library has remembered: C still holds it, in a global", async () => {
  const { messages, heldIn, heap } = await leaksOf(read("strings/leak-still-stored.wrong.ts"));
  expect(heldIn).toEqual([{ global: "stored", block: null }]);
  expect(messages).toEqual([
    "Block 1 (`text`), 16 bytes, was still allocated when the program ended, and C still holds its address, in `stored`.",
  ]);
  expect(heap).toEqual({ blocks: 1, bytes: 16, held: 1, heldBytes: 16 });
});

test("a leak that the library has let go of: nothing points at it", async () => {
  const { messages, heldIn, heap } = await leaksOf(read("strings/leak-stored-and-forgotten.wrong.ts"));
  expect(heldIn).toEqual([null]);
  expect(messages).toEqual([
    "Block 1 (`text`), 16 bytes, was still allocated when the program ended, and nothing points at it any more.",
  ]);
  expect(heap).toEqual({ blocks: 1, bytes: 16, held: 0, heldBytes: 0 });
});

test("the user data of a callback that is still registered", async () => {
  const { heldIn } = await leaksOf(`import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
});
const callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {});
lib.symbols.register_callback(callback.pointer, lib.symbols.calloc(1, 4));
`);
  expect(heldIn).toEqual([{ global: "registered_data", block: null }]);
});

test("through a block, into the middle of another; what only a lost block points at is lost", async () => {
  const { lines, heldIn, heap } = await leaksOf(`${HEAD}
const outer = calloc(1, 8)!;
const inner = calloc(1, 32)!;
const lost = calloc(1, 8)!;
const behind = calloc(1, 64)!;
new PointerView(outer).setPointer(4, offset(inner, 12));
new PointerView(lost).setPointer(0, behind);
store_string(outer);
`);
  expect(lines).toEqual([8, 9, 10, 11]);
  expect(heldIn).toEqual([{ global: "stored", block: null }, { global: null, block: 1 }, null, null]);
  expect(heap).toEqual({ blocks: 4, bytes: 112, held: 2, heldBytes: 40 });
});

test("a ring that no global leads to is lost; a block that holds only itself too", async () => {
  const { heldIn } = await leaksOf(`${HEAD}
const one = calloc(1, 8)!;
const other = calloc(1, 8)!;
const itself = calloc(1, 8)!;
new PointerView(one).setPointer(0, other);
new PointerView(other).setPointer(0, one);
new PointerView(itself).setPointer(0, itself);
`);
  expect(heldIn).toEqual([null, null, null]);
});

test("of blocks of one line, those that C holds are told apart", async () => {
  const { lines, messages, heap } = await leaksOf(`${HEAD}
for (let i = 0; i < 4; i++) {
  store_string(calloc(1, 8));
}
`);
  expect(lines).toEqual([9, 9]);
  expect(messages).toEqual([
    "3 blocks, together 24 bytes, were still allocated when the program ended, and nothing points at them any more.",
    expect.stringMatching(
      /^Block 4 .*, 8 bytes, was still allocated .*, and C still holds its address, in `stored`\.$/,
    ),
  ]);
  expect(heap).toEqual({ blocks: 4, bytes: 32, held: 1, heldBytes: 8 });
});

test("twenty thousand live blocks are looked through within the time that a test has", async () => {
  const { heap } = await leaksOf(`${HEAD}
for (let i = 0; i < 20_000; i++) calloc(1, 16);
`);
  expect(heap).toEqual({ blocks: 20_000, bytes: 320_000, held: 0, heldBytes: 0 });
});
