import { afterAll, describe, expect, test } from "vitest";
import type { TraceBatch } from "../../src/trace/format.ts";
import { EventKind } from "../../src/trace/format.ts";
import { countAllocations } from "../../src/trace/count-allocations.ts";
import { SealedRuns, type SealedRunOptions } from "./sealed-runs.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

async function run(text: string, conditions: SealedRunOptions = {}) {
  const outcome = await sealed.run(text, conditions);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome;
}

const refusals = (batches: readonly TraceBatch[]): number =>
  batches.reduce((sum, { kind }) => sum + kind.filter((one) => one === EventKind.Refused).length, 0);

/** What every program here begins with: to try something for which there may be no memory. */
const TRIED = `import { address, dlopen, PointerView } from "ffi";
let without = 0;
function tried<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RangeError) || !/has no memory left/.test(error.message)) throw error;
    without += 1;
    return null;
  }
}
const LIBC = {
  malloc: { parameters: ["usize"], result: "pointer" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
} as const;
`;

const PROGRAMS: readonly (readonly [what: string, allocations: number, text: string])[] = [
  ["none", 0, `using lib = dlopen("strings", {});`],
  [
    "alloc, of no bytes too",
    2,
    `using lib = dlopen("strings", {}); for (const n of [0, 8]) tried(() => lib.alloc(n))?.[Symbol.dispose]();`,
  ],
  ["cstring", 1, `using lib = dlopen("strings", {}); tried(() => lib.cstring("Ada"))?.[Symbol.dispose]();`],
  [
    "the copies of two buffers, before and beside what C makes",
    5,
    `using lib = dlopen("handles", {
      create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
      destroy_handle: { parameters: ["pointer"], result: "void" },
      memcpy: { parameters: ["buffer", "buffer", "usize"], result: "pointer" },
    });
    const handle = tried(() => lib.symbols.create_handle(Uint8Array.of(1), 1));
    lib.symbols.destroy_handle(handle);
    if (handle === null) tried(() => lib.symbols.memcpy(Uint8Array.of(1), Uint8Array.of(2), 1));
    else tried(() => lib.alloc(1))?.[Symbol.dispose]();`,
  ],
  [
    "malloc, calloc and realloc, of nothing and of a block",
    4,
    `using lib = dlopen("basics", LIBC);
    const { malloc, calloc, realloc, free } = lib.symbols;
    free(malloc(1));
    free(realloc(null, 4));
    const block = calloc(2, 2);
    free((block && realloc(block, 40)) ?? block);`,
  ],
  [
    "not what fails by itself",
    1,
    `using lib = dlopen("basics", LIBC);
    const { malloc, calloc, free } = lib.symbols;
    for (const bytes of [0x7fff_fff0, 0xffff_fff0, 120 * 1024 * 1024]) if (malloc(bytes) !== null) throw new Error("memory");
    if (calloc(0x10000, 0x10000) !== null) throw new Error("memory");
    tried(() => lib.alloc(0x7fff_fff0));
    free(malloc(1));`,
  ],
  [
    "not what is part of the library",
    2,
    `using lib = dlopen("strings", {
      get_version: { parameters: [], result: "pointer" },
      set_name: { parameters: ["pointer"], result: "bool" },
    });
    new PointerView(lib.symbols.get_version()!).getCString();
    const name = tried(() => lib.cstring("Ada"));
    if (name) lib.symbols.set_name(name.pointer);
    name?.[Symbol.dispose]();`,
  ],
  [
    "in a callback",
    3,
    `using lib = dlopen("callbacks", {
      register_callback: { parameters: ["function", "pointer"], result: "void" },
      process_items: { parameters: ["buffer", "usize"], result: "void" },
      unregister_callback: { parameters: [], result: "void" },
    });
    using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
      tried(() => lib.alloc(1))?.[Symbol.dispose]();
    });
    lib.symbols.register_callback(callback.pointer, null);
    tried(() => lib.symbols.process_items(Int32Array.of(1, 2), 2));
    lib.symbols.unregister_callback();`,
  ],
  [
    "the most that one of two libraries makes, for each has a count of its own",
    2,
    `using one = dlopen("basics", LIBC);
    using other = dlopen("strings", LIBC);
    one.symbols.free(one.symbols.malloc(1));
    for (const n of [1, 2]) other.symbols.free(other.symbols.malloc(n));`,
  ],
];

describe("exactly the allocations that a run makes can be made to fail", () => {
  test.each(PROGRAMS)("%s", async (_what, allocations, body) => {
    const text = TRIED + body;
    const plain = await run(text);
    expect(plain.report).toMatchObject({ status: "completed", faults: [] });
    expect(countAllocations(plain.batches)).toBe(allocations);
    for (let failAllocation = 1; failAllocation <= allocations; failAllocation += 1) {
      const { report, batches } = await run(text, { failAllocation });
      expect(report).toMatchObject({ status: "completed", faults: [] });
      expect(refusals(batches), `number ${failAllocation}`).toBeGreaterThan(0);
    }
    const beyond = await run(text, { failAllocation: allocations + 1 });
    expect(refusals(beyond.batches)).toBe(0);
    expect(countAllocations(beyond.batches)).toBe(allocations);
  });
});

test("every one fails, TypeScript's and C's", async () => {
  const text = `${TRIED}using lib = dlopen("basics", LIBC);
    tried(() => lib.alloc(1));
    tried(() => lib.cstring("Ada"));
    console.log(without, lib.symbols.malloc(1));`;
  const { report, batches } = await run(text, { failAllocation: 0 });
  expect(report).toMatchObject({ status: "completed", console: [{ text: "2 null" }], faults: [] });
  expect(countAllocations(batches)).toBe(0);
});

test("what throws for it and is not caught ends the program with the runtime's own error, at the line of the call", async () => {
  const text = `import { dlopen } from "ffi";
using lib = dlopen("buffers", { sum_array: { parameters: ["buffer", "usize"], result: "f32" } });
lib.symbols.sum_array(Float32Array.of(1), 1);`;
  expect((await run(text, { failAllocation: 1 })).report).toMatchObject({
    status: "threw",
    error: { name: "RangeError", message: "the library has no memory left for a copy of 4 bytes", line: 3 },
    faults: [],
    calls: 0,
  });
});

test("an allocation that fails takes back the buffers that were copied before it", async () => {
  const text = `${TRIED}using lib = dlopen("basics", { memcpy: { parameters: ["buffer", "buffer", "usize"], result: "pointer" } });
    tried(() => lib.symbols.memcpy(Uint8Array.of(1), Uint8Array.of(2), 1));
    console.log(without);`;
  const { report } = await run(text, { failAllocation: 2 });
  expect(report).toMatchObject({ console: [{ text: "1" }], faults: [], heap: { liveBlocks: 0 } });
});
