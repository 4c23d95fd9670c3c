import { afterAll, describe, expect, test } from "vitest";
import { MOST_GROWTHS, NEVER_REUSE } from "../../src/contract/run.ts";
import { EventKind, type TraceBatch } from "../../src/trace/format.ts";
import { SealedRuns, type SealedRunOptions } from "./sealed-runs.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

async function run(text: string, conditions: SealedRunOptions) {
  const outcome = await sealed.run(text, conditions);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe("freed memory", () => {
  /** Takes and gives back more than there is, a part at a time. */
  const CHURN = `import { address, dlopen } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const seen = new Set<number>();
let turns = 0;
for (; turns < 40; turns++) {
  const buffer = lib.symbols.allocate_buffer(5_000_000);
  if (buffer === null) break;
  seen.add(address(buffer));
  lib.symbols.free_buffer(buffer);
}
let thrown = "";
try {
  lib.alloc(5_000_000)[Symbol.dispose]();
} catch (error) {
  thrown = String(error);
}
console.log(turns, seen.size, thrown);`;

  test("is reused at once, where nothing keeps it", async () => {
    expect((await run(CHURN, { quarantineBytes: 0 })).report.console[0]!.text).toBe("40 1 ");
  });

  test("is reused rather than none, where only so much of it is kept", async () => {
    const { report } = await run(CHURN, { quarantineBytes: NEVER_REUSE - 1 });
    expect(report.console[0]!.text).toMatch(/^40 \d+ $/);
  });

  test("is never reused, and then memory ends: NULL for C, RangeError for TypeScript, and no fault", async () => {
    const { report } = await run(CHURN, { quarantineBytes: NEVER_REUSE });
    expect(report).toMatchObject({ status: "completed", faults: [], error: null });
    const [turns, places, ...thrown] = report.console[0]!.text.split(" ");
    expect(Number(turns)).toBeGreaterThan(10);
    expect(Number(turns)).toBeLessThan(40);
    expect(places).toBe(turns);
    expect(thrown.join(" ")).toBe("RangeError: the library buffers has no memory left for 5000000 bytes");
  });
});

describe("memory that grows at every call", () => {
  const growthsIn = (batches: readonly TraceBatch[]): number =>
    batches.reduce((sum, { kind }) => sum + kind.filter((one) => one === EventKind.Grow).length, 0);

  const BYTES = `import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", {
  fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" },
  modify_array: { parameters: ["buffer", "usize"], result: "void" },
});
using memory = lib.alloc(8);
const pointer = memory.pointer;
`;

  test("makes a view stale that is kept across one", async () => {
    const text = `${BYTES}const view = new PointerView(pointer).getArray("u8", 8);
lib.symbols.fill_buffer(pointer, 8, 7);
console.log(view[0]);`;
    expect((await run(text, {})).report).toMatchObject({ console: [{ text: "7" }], faults: [] });
    expect((await run(text, { growMemory: "call" })).report.faults).toMatchObject([
      { code: "FFI012", typescript: { line: 10 } },
    ]);
    const across = `${BYTES}const view = new PointerView(pointer).getArray("u8", 8);
lib.cstring("")[Symbol.dispose]();
console.log(view.length);`;
    expect((await run(across, { growMemory: "call" })).report.faults).toMatchObject([{ code: "FFI012" }]);
  });

  test("hurts no program that looks anew, nor one that gives its view as a buffer", async () => {
    const text = `${BYTES}lib.symbols.fill_buffer(pointer, 8, 1);
lib.symbols.modify_array(new PointerView(pointer).getArray("i32", 2), 2);
console.log([...new PointerView(pointer).getArray("u8", 8)].join(""));`;
    const { report, batches } = await run(text, { growMemory: "call" });
    expect(report).toMatchObject({ console: [{ text: "22222222" }], faults: [], error: null });
    // The allocation, and two calls; the second one's copy is a part of it.
    expect(growthsIn(batches)).toBe(3);
  });

  test("is told inside of the call, which may be one of numbers only", async () => {
    const text = `import { dlopen } from "ffi";
using lib = dlopen("errors", { perform_operation: { parameters: ["i32"], result: "i32" } });
lib.symbols.perform_operation(2);`;
    const { batches } = await run(text, { growMemory: "call" });
    const kinds = batches.flatMap(({ kind }) => [...kind]);
    expect(kinds).toEqual([
      EventKind.Open,
      EventKind.Call,
      EventKind.Grow,
      EventKind.Return,
      EventKind.Close,
      EventKind.End,
    ]);
  });

  test("ends after so many times", async () => {
    const text = `import { dlopen } from "ffi";
using lib = dlopen("errors", { get_last_error: { parameters: [], result: "i32" } });
for (let i = 0; i < ${MOST_GROWTHS + 50}; i++) lib.symbols.get_last_error();`;
    const { report, batches } = await run(text, { growMemory: "call" });
    expect(report).toMatchObject({ status: "completed", error: null });
    expect(growthsIn(batches)).toBe(MOST_GROWTHS);
  });
});
