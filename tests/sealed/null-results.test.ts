import { afterAll, expect, test } from "vitest";
import { readLibrary } from "../../src/cli/library-files.ts";
import type { LibraryDescription } from "../../src/contract/description.ts";
import { nullableFunctions } from "../../src/contract/run-conditions.ts";
import { countAllocations } from "../../src/trace/count-allocations.ts";
import { SealedRuns } from "./sealed-runs.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

async function run(text: string, ...nullResults: string[]) {
  const outcome = await sealed.run(text, { nullResults });
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome;
}

const describeLibrary = async (name: string) =>
  JSON.parse((await readLibrary(name, "checked")).description) as LibraryDescription;

test("a library's nullable functions are those that its header calls so, and libc's allocators", async () => {
  const allocators = ["malloc", "calloc", "realloc"];
  expect(nullableFunctions(await describeLibrary("strings"))).toEqual([
    "get_version",
    "get_error_message",
    ...allocators,
  ]);
  expect(nullableFunctions(await describeLibrary("errors"))).toEqual(["get_error_string", ...allocators]);
});

const STRINGS = `import { borrowed, dlopen, owned, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: borrowed("pointer") },
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: ["pointer"], result: "void" },
});
const { get_version, set_name, get_error_message } = lib.symbols;
set_name(null);
using message = get_error_message();
const version = get_version();
console.log(version && new PointerView(version).getCString(), message && new PointerView(message.pointer).getCString());
`;

test("a named function does not run: what it would have allocated does not exist, and its call is a call", async () => {
  const plain = await run(STRINGS);
  expect(plain.report).toMatchObject({ console: [{ text: "1.2.0 the name is NULL" }], calls: 4, faults: [] });
  expect(countAllocations(plain.batches)).toBe(1);
  const { report, batches } = await run(STRINGS, "get_error_message", "get_version");
  expect(report).toMatchObject({ status: "completed", console: [{ text: "null null" }], calls: 3, faults: [] });
  expect(countAllocations(batches)).toBe(0);
});

test("it returns NULL every time, and a program that does not ask has the fault of that", async () => {
  const text = `import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
console.log(lib.symbols.get_version());
new PointerView(lib.symbols.get_version()!).getCString();`;
  const { report } = await run(text, "get_version");
  expect(report).toMatchObject({ console: [{ text: "null" }], faults: [{ code: "FFI001", typescript: { line: 4 } }] });
});

test("a realloc that does not run leaves the block as it was, and the program's", async () => {
  const text = `import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const block = lib.symbols.malloc(4);
if (block === null) throw new Error("no memory");
new PointerView(block).setUint32(0, 7);
console.log(lib.symbols.realloc(block, 8), new PointerView(block).getUint32(0));
lib.symbols.free(block);`;
  expect((await run(text, "realloc")).report).toMatchObject({ console: [{ text: "null 7" }], faults: [], error: null });
});

test.each([
  [
    "free_string",
    "free_string cannot return NULL instead of running: its header does not say that its result may be NULL",
  ],
  [
    "get_versoin",
    "get_versoin cannot return NULL instead of running: no library that the program opens has such a function",
  ],
])("a run that names %s is refused in one sentence", async (name, sentence) => {
  await expect(run(STRINGS, name)).rejects.toThrow(sentence);
});
