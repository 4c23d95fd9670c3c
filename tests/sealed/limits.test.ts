import { afterAll, expect, test } from "vitest";
import { SealedRuns } from "./sealed-runs.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

async function run(text: string, mostWork?: number) {
  const outcome = await sealed.run(`${text}\nexport {};`, mostWork === undefined ? {} : { mostWork });
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome;
}

const CALLBACKS = `import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
});
const deeper = (): void => lib.symbols.process_items(Int32Array.of(1), 1);
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, deeper);
lib.symbols.register_callback(callback.pointer, null);
console.log("before");
deeper();`;

test.each([
  ["WorkLimit", "a loop that does not end", `console.log("before"); for (;;);`],
  ["WorkLimit", "a loop that catches its end", `console.log("before"); for (;;) try { for (;;); } catch {}`],
  ["WorkLimit", "an end in finally", `console.log("before"); try { for (;;); } finally { for (;;); }`],
  [
    "WorkLimit",
    "a search of the engine's own",
    `console.log("before"); [].indexOf.call({ length: 2 ** 53 - 1 }, 1 as never);`,
  ],
  ["WorkLimit", "a reversal of a list of nothing", `console.log("before"); new Array(2 ** 32 - 1).reverse();`],
  ["WorkLimit", "lists of nothing in a list", `console.log("before"); [new Array(2 ** 32 - 1)].flat();`],
  ["WorkLimit", "an expression that tries everything", `console.log("before"); /^(a+)+$/.test("a".repeat(40) + "b");`],
  ["WorkLimit", "promises without an end", `console.log("before"); for (;;) await Promise.resolve();`],
  ["WorkLimit", "timers without an end", `console.log("before"); setInterval(() => {}, 1000);`],
  [
    "MemoryLimit",
    "a list that only grows",
    `console.log("before"); const all = []; for (;;) all.push("x".repeat(1e6) + all.length);`,
  ],
  [
    "MemoryLimit",
    "a list whose growing is caught",
    `console.log("before"); const all: string[] = []; for (;;) try { all.push("x".repeat(1e6) + all.length); } catch {}`,
  ],
  [
    "MemoryLimit",
    "a list in a function whose rejection is caught",
    `console.log("before"); const more = async () => { const all = []; for (;;) all.push("x".repeat(1e6) + all.length); }; await more().catch(() => {}); console.log("end");`,
  ],
  [
    "MemoryLimit",
    "a list in a function that is not waited for",
    `console.log("before"); (async () => { const all = []; for (;;) all.push("x".repeat(1e6) + all.length); })(); console.log("end");`,
  ],
  [
    "MemoryLimit",
    "one array that is too large, in a function that is not waited for",
    `console.log("before"); (async () => { new Uint8Array(1.5e9); })(); console.log("end");`,
  ],
  [
    "OutputLimit",
    "a last line that is too much",
    `console.log("before"); for (let i = 0; i < 420; i += 1) console.log("x".repeat(9990) + i);`,
  ],
  [
    "StackLimit",
    "a function that calls itself",
    `console.log("before"); const on = (n: number): number => on(n + 1) + 1; on(0);`,
  ],
  [
    "StackLimit",
    "an object too deep for its text",
    `console.log("before"); let o: any = {}; for (let i = 0; i < 1e5; i++) o = { o }; JSON.stringify(o);`,
  ],
  ["StackLimit", "C and TypeScript that call each other", CALLBACKS],
  ["OutputLimit", "lines without an end", `console.log("before"); for (;;) console.log("x".repeat(9000));`],
  [
    "TraceLimit",
    "calls without an end",
    `import { dlopen } from "ffi"; using lib = dlopen("basics", { strlen: { parameters: ["pointer"], result: "usize" } }); using t = lib.cstring("a"); console.log("before"); for (;;) lib.symbols.strlen(t.pointer);`,
  ],
  ["UnsettledAwait", "a promise that nothing settles", `console.log("before"); await new Promise(() => {});`],
])("%s: %s", { timeout: 120_000 }, async (name, _what, text) => {
  // Where work is what ends it, less of it is allowed than a program has.
  const { report } = await run(text, name === "WorkLimit" ? 3_000_000 : undefined);
  expect(report.status).toBe("timed-out");
  expect(report.error?.name).toBe(name);
  expect(report.console[0]?.text).toBe("before");
});

test("a program that waits an hour has waited at once", async () => {
  const { report } = await run(
    `const begin = Date.now(); await new Promise((act) => setTimeout(act, 3_600_000)); console.log(Date.now() - begin);`,
  );
  expect(report).toMatchObject({ status: "completed", console: [{ text: "3600000" }] });
});

test("100,000 timers take no more than their share of work", { timeout: 60_000 }, async () => {
  const { report } = await run(
    `let n = 0; for (let i = 0; i < 100_000; i++) setTimeout(() => n++, i % 7); setTimeout(() => console.log(n), 9);`,
  );
  expect(report).toMatchObject({ status: "completed", console: [{ text: "100000" }] });
});

test("a rejection stays one, though its promise is gone and another one has its place", async () => {
  const { report } = await run(`
    const lose = (): void => void Promise.reject(new Error("lost"));
    lose();
    for (let i = 0; i < 100; i += 1) Promise.reject(new Error("kept " + i)).catch(() => {});`);
  expect(report).toMatchObject({ status: "threw", error: { message: "lost", line: 2 } });
});

test("timers come in the order of their times, and those of one time in the order in which they were set", async () => {
  const { report } = await run(`
    setTimeout(() => console.log("late"), 20);
    setTimeout(() => console.log("first"), 10);
    setTimeout(() => console.log("second"), 10);
    const none = setTimeout(() => console.log("none"), 5);
    clearTimeout(none);
    let turns = 0;
    const every = setInterval(() => { console.log("every"); if (++turns === 2) clearInterval(every); }, 8);`);
  expect(report.console.map(({ text }) => text)).toEqual(["every", "first", "second", "every", "late"]);
});

test.each([
  ["an error", `throw new RangeError("too far");`, { name: "RangeError", message: "too far", line: 1 }],
  ["a number", `throw 5;`, { name: "Error", message: "a number was thrown: 5", line: null }],
  ["a lost promise", `Promise.reject(new Error("lost"));`, { name: "Error", message: "lost", line: 1 }],
  ["an async function's", `(async () => { throw new Error("lost"); })();`, { name: "Error", message: "lost", line: 1 }],
  ["a timer's", `setTimeout(() => { throw new Error("late"); }, 5);`, { name: "Error", message: "late", line: 1 }],
])("what ends a program is told as in the open engine: %s", async (_what, text, error) => {
  expect((await run(text)).report).toMatchObject({ status: "threw", error });
});

test.each([
  `throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });`,
  `throw Object.defineProperty(new Error("x"), "message", { get() { throw 3; } });`,
  `throw Object.create(null);`,
])("an exception that cannot be read ends the program all the same: %s", async (text) => {
  const { report } = await run(`console.log("before"); ${text}`);
  expect(report).toMatchObject({ status: "threw", console: [{ text: "before" }] });
});

test("20 runs of one program have the same trace and the same work", { timeout: 60_000 }, async () => {
  const text = `import { dlopen, PointerView } from "ffi";
    using lib = dlopen("buffers", { sum_array: { parameters: ["pointer", "usize"], result: "f32" } });
    using memory = lib.alloc(4000);
    const floats = new PointerView(memory.pointer).getArray("f32", 1000);
    for (let i = 0; i < 1000; i++) floats[i] = Math.random();
    console.log(lib.symbols.sum_array(memory.pointer, 1000), Date.now(), [...floats].length);
    await new Promise((act) => setTimeout(act, 50));
    const words = new Map(Array.from({ length: 500 }, (_, i) => [String(Math.random()), i]));
    console.log([...words.keys()].sort()[0], performance.now() > 50);`;
  const seen = new Set<string>();
  for (let i = 0; i < 20; i += 1) {
    const { batches, work, report } = await run(text);
    expect(report.status).toBe("completed");
    const columns = batches.flatMap((batch) => [
      [...batch.kind],
      [...batch.a],
      [...batch.time],
      [...batch.values],
      batch.strings,
    ]);
    seen.add(JSON.stringify([columns, work]));
  }
  expect(seen.size).toBe(1);
});
