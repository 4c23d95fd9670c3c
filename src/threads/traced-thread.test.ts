import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runProgram } from "../cli/run-program.ts";
import { runChecked, type CheckedProgram } from "../memcheck/index.ts";
import { SMALL_TRACE } from "../trace/batch.test-support.ts";

/** Where each thread writes the number of its process. */
const pidFile = join(mkdtempSync(join(tmpdir(), "traced-thread-")), "pid");

const trace = JSON.stringify(SMALL_TRACE, (_key, value: unknown) =>
  ArrayBuffer.isView(value) ? { of: value.constructor.name, numbers: [...(value as Uint8Array)] } : value,
);

/** A thread that says it is ready and, once it has its order, does as `body` says. `batch` is `SMALL_TRACE`. */
const threadThat = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { writeFileSync } from "node:fs";
      import { parentPort as port } from "node:worker_threads";
      writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
      const batch = JSON.parse(${JSON.stringify(trace)}, (_key, value) =>
        value?.of ? globalThis[value.of].from(value.numbers) : value);
      const runId = 1, send = (message) => port.postMessage(message);
      const sendBatch = (change = {}) => send({ type: "batch", runId, batch: { ...batch, ...change } });
      const done = () => send({ type: "done", runId, exitCode: 0, reachable: { blocks: 0, bytes: 0 } });
      port.once("message", () => { ${body} });
      send({ type: "ready" });
      setInterval(() => {}, 1000);`)}`,
  );

const description = { name: "strings", files: [], functions: [], structs: [], locations: [null], statics: [] };
const program = {
  description,
  wasm: new Uint8Array(),
  callees: [],
  computed: [],
  unchecked: [],
} as unknown as CheckedProgram;

const HOSTS = [
  {
    host: "run",
    run: (body: string, timeLimitMs = 20_000) => runProgram("", { entry: threadThat(body), timeLimitMs }),
  },
  {
    host: "memcheck",
    run: (body: string, timeLimitMs = 20_000) =>
      runChecked(program, { arguments: ["program"], entry: threadThat(body), timeLimitMs }),
  },
];

const NO_PART = "the program sent something that is no part of a run";
const NO_CONTINUATION = "the program sent something that does not continue its trace";

describe.each(HOSTS)("the thread of $host", ({ run }) => {
  test("a trace that is whole is read to its end", async () => {
    expect(await run("sendBatch(); done();")).toMatchObject({
      kind: "ran",
      limit: null,
      report: { status: "completed", calls: 1, console: [{ level: "log", text: "it was set" }] },
    });
  });

  test.each([
    ["text", `send("done");`, NO_PART],
    ["an unknown type", `send({ type: "eval", code: "1" });`, NO_PART],
    ["a batch that is none", `send({ type: "batch", runId, batch: [] });`, NO_PART],
    ["columns of different lengths", `sendBatch({ a: new Uint32Array(1) });`, NO_PART],
    ["what no process can be sent", `send(new SharedArrayBuffer(8));`, NO_PART],
    ["readiness a second time", `send({ type: "ready" });`, NO_PART],
    ["a batch that begins elsewhere", `sendBatch({ first: 3 });`, NO_CONTINUATION],
    ["a batch twice", `sendBatch(); sendBatch();`, NO_CONTINUATION],
    ["an event of no kind", `sendBatch({ kind: new Uint8Array(8).fill(99) });`, NO_CONTINUATION],
    ["a trace without an end", `done();`, "the run ended without saying how"],
  ])("%s ends the run as failed, in one sentence", async (_what, body, reason) => {
    expect(await run(`${body} sendBatch(); done();`)).toEqual({ kind: "failed", reason });
  });

  test("a thread that ends before its program does", async () => {
    const reason = "its thread ended before the program did";
    expect(await run("process.exit(0);")).toEqual({ kind: "failed", reason });
  });

  test("an error of the thread's own", async () => {
    expect(await run(`throw new TypeError("broken");`)).toEqual({ kind: "failed", reason: "TypeError: broken" });
  });

  const first = `sendBatch({ kind: batch.kind.slice(0, 6), time: batch.time.slice(0, 6), ${["span", "cLocation", "a", "b", "c", "d"].map((name) => `${name}: batch.${name}.slice(0, 6)`).join(", ")} });`;

  test.each([
    ["a loop", "for (;;);"],
    ["a function of the engine's that does not look up", "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);"],
    ["an expression that tries everything", `/^(a+)+$/.test("a".repeat(64) + "b");`],
  ])("at the time limit in %s, what came until then stands, and no process is left", async (_what, loop) => {
    expect(await run(`${first} ${loop}`, 1_000)).toMatchObject({
      kind: "ran",
      limit: "time",
      report: {
        status: "timed-out",
        calls: 1,
        heap: { leaksJudged: false, heldBlocks: 1, heldBytes: 4 },
        error: { name: "TimeLimit", message: "stopped at its time limit", line: null },
      },
    });
    const pid = Number(readFileSync(pidFile, "utf8"));
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("what needs more memory than its engine has is stopped, and what came until then stands", async () => {
    // A limit of the thread's own would need a gigabyte to be met: the signal stands for the engine that gives up.
    expect(await run(`${first} setTimeout(() => process.kill(process.pid, "SIGABRT"), 50);`)).toMatchObject({
      kind: "ran",
      limit: "memory",
      report: { status: "timed-out", calls: 1, error: { name: "MemoryLimit" } },
    });
  });
});
