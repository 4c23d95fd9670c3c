import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { libraryNames, readLibrary, WASM } from "../../src/cli/library-files.ts";
import { SealedSeries } from "../../src/cli/sealed-series.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import { DEFAULT_QUARANTINE_BYTES } from "../../src/contract/run.ts";
import { sealedFiles } from "../../src/sealed/node-entry.mjs";
import type { TraceBatch } from "../../src/trace/format.ts";
import { columnsOf } from "../browser/columns.ts";

const libraries = await Promise.all(["basics", "callbacks"].map((name) => readLibrary(name, "checked")));
const engine = await sealedFiles();
const opened: SealedSeries[] = [];
const open = (): SealedSeries => {
  const series = new SealedSeries();
  opened.push(series);
  return series;
};
afterAll(() => Promise.all(opened.map((series) => series.end())));

async function run(series: SealedSeries, text: string, mostWork = 3_000_000, timeLimitMs = 60_000) {
  const compiled = compileProgram(ts, `${text}\nexport {};`);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  const { program } = compiled;
  const batches: TraceBatch[] = [];
  const outcome = await series.run(
    {
      program,
      libraries,
      known: libraryNames(WASM),
      build: "checked",
      samples: true,
      quarantineBytes: DEFAULT_QUARANTINE_BYTES,
      sealed: { ...engine, mostWork },
    },
    { onBatch: (batch) => void batches.push(batch), timeLimitMs },
  );
  return { outcome, work: outcome.kind === "done" ? outcome.done.work : null, trace: columnsOf(batches) };
}

const RIGHT = `import { dlopen } from "ffi";
using lib = dlopen("basics", { strlen: { parameters: ["pointer"], result: "usize" } });
using text = lib.cstring("four");
console.log(lib.symbols.strlen(text.pointer), Math.random(), Date.now(), Object.keys(globalThis).length);
await new Promise((act) => setTimeout(act, 20));
console.log(performance.now());`;

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ["a loop that does not end", `globalThis.left = 1; for (;;);`],
  ["a list that only grows", `const all: string[] = []; for (;;) all.push("x".repeat(1e6) + all.length);`],
  ["a function that calls itself", `const on = (n: number): number => on(n + 1) + 1; on(0);`],
  // The engine does not see the end of its stack here: its instance traps.
  ["a trap", `let o: any = {}; for (let i = 0; i < 1e5; i++) o = { o }; JSON.stringify(o);`],
  ["what it changes", `Array.prototype.map = null as never; Math.random = () => 1; throw new Error("end");`],
  [
    "C and TypeScript that call each other",
    `import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
});
const deeper = (): void => lib.symbols.process_items(Int32Array.of(1), 1);
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, deeper);
lib.symbols.register_callback(callback.pointer, null);
deeper();`,
  ],
  ["a leak", `import { dlopen } from "ffi"; const lib = dlopen("basics", {}); lib.alloc(100); throw 1;`],
];

test("after a hostile run the next is byte for byte what it is alone", { timeout: 60_000 }, async () => {
  const alone = await run(open(), RIGHT);
  expect(alone.outcome.kind).toBe("done");
  const series = open();
  for (const [what, text] of HOSTILE) {
    const hostile = await run(series, text);
    expect(hostile.outcome.kind, what).toBe("done");
    const { work, trace } = await run(series, RIGHT);
    expect({ work, trace }, what).toEqual({ work: alone.work, trace: alone.trace });
  }
});

test("a run that meets the clock ends its process, and the next has another one", { timeout: 60_000 }, async () => {
  const series = open();
  const late = await run(series, `for (;;);`, Number.MAX_SAFE_INTEGER, 1);
  expect(late.outcome).toEqual({ kind: "limit", limit: "time" });
  expect((await run(series, RIGHT)).outcome.kind).toBe("done");
});
