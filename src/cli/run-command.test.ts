import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LEAK_THEN_THROW } from "../../tests/programs/cut-short.ts";
import type { RunReport } from "../contract/run.ts";
import { BIN, ended } from "./ended.test-support.ts";

/** Runs the command in a folder of its own: several of these tests run at a time. */
async function command(text: string, ...flags: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "ffi-playground-"));
  const file = join(folder, "program.ts");
  writeFileSync(file, text);
  const { status, stdout, stderr } = await ended([BIN, "run", file, ...flags]);
  return { status, stdout, stderr: stderr.replaceAll(folder, "") };
}

const json = (stdout: string) => JSON.parse(stdout) as RunReport;

describe.concurrent("ffi-playground run", { timeout: 30_000 }, () => {
  test("a right program: exit code 0, the whole object and nothing else on standard output", async () => {
    const { status, stdout, stderr } = await command(
      'console.log("hello", 0, [1, -1]);\nconsole.warn("careful");',
      "--json",
    );
    expect(stderr).toBe("");
    expect(json(stdout)).toEqual({
      status: "completed",
      console: [
        { level: "log", text: "hello 0 [ 1, -1 ]" },
        { level: "warn", text: "careful" },
      ],
      faults: [],
      heap: {
        liveBlocks: 0,
        leakedBlocks: 0,
        leakedBytes: 0,
        heldBlocks: 0,
        heldBytes: 0,
        leaksJudged: true,
        peakBytes: 0,
      },
      warnings: [],
      calls: 0,
      bytesCopied: 0,
      error: null,
    });
    expect(status).toBe(0);
  });

  test("an exception: exit code 1 and the learner's own line, through types and `using`", async () => {
    const text =
      'interface Wide {\n  a: number;\n}\nfunction f(x: Wide): never {\n  throw new RangeError("too " + x.a);\n}\nf({ a: 1 });';
    const { status, stdout } = await command(text, "--json");
    expect(json(stdout)).toMatchObject({
      status: "threw",
      error: { name: "RangeError", message: "too 1", line: 5 },
    });
    expect(status).toBe(1);
  });

  test("an exception while memory is held: it says what is held, and that leaks were not judged", async () => {
    const { status, stderr } = await command(LEAK_THEN_THROW);
    expect(stderr).toBe(`
/program.ts:10: uncaught Error: on the way out

Leaks were not judged, because the program did not reach its end. TypeScript still held block 2 (\`message\`), 18 bytes, which the program has to release.

0 faults, 2 calls, 1 byte copied, leaks not judged, peak 19 bytes
`);
    expect(status).toBe(1);
    expect(json((await command(LEAK_THEN_THROW, "--json")).stdout)).toMatchObject({
      status: "threw",
      faults: [],
      heap: { liveBlocks: 1, leakedBlocks: 0, heldBlocks: 1, heldBytes: 18, leaksJudged: false },
    });
  });

  test("an error that hid another one is told with both, each at its line, and printed with both", async () => {
    const text = [
      "function scope(): void {",
      "  using stack = new DisposableStack();",
      '  stack.defer(() => { throw new Error("later"); });',
      '  throw new TypeError("earlier");',
      "}",
      "try { scope(); } catch (error) { console.log(error); }",
      "scope();",
    ].join("\n");
    const { stdout } = await command(text, "--json");
    const message = "Error: later (line 3); before it TypeError: earlier (line 4)";
    const printed =
      "[SuppressedError: An error was suppressed during disposal.] { error: [Error: later], suppressed: [TypeError: earlier] }";
    expect(json(stdout)).toMatchObject({
      status: "threw",
      console: [{ level: "log", text: printed }],
      error: { name: "SuppressedError", message, line: 4 },
    });
  });

  test("an unhandled rejection counts as an exception", async () => {
    const { status, stdout } = await command(
      'void Promise.reject(new Error("late"));\nawait new Promise((r) => setTimeout(r, 5));',
      "--json",
    );
    expect(json(stdout)).toMatchObject({ status: "threw", error: { message: "late" } });
    expect(status).toBe(1);
  });

  test("an endless loop is stopped at the time limit, and what it did until then is there", async () => {
    const text = 'for (let i = 0; i < 100; i++) console.log("line " + i);\nfor (;;);';
    const { status, stdout } = await command(text, "--json", "--time-limit", "1");
    const report = json(stdout);
    expect(report.status).toBe("timed-out");
    expect(report.error).toEqual({ name: "TimeLimit", message: "stopped at its time limit", line: null });
    expect(report.console).toHaveLength(100);
    expect(status).toBe(1);
  });

  test("a function of the engine's that does not end is stopped there too", async () => {
    const text = 'console.log("begun");\nArray.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);';
    const { status, stdout, stderr } = await command(text, "--time-limit", "1");
    expect(stdout).toBe("begun\n");
    expect(stderr).toContain("\nStopped at its time limit; what it did until then is above.\n");
    expect(status).toBe(1);
  });

  test("endless output is cut where it is more than a run may print, and the run ends there", async () => {
    const text = 'for (let i = 0; ; i++) console.log(i, "x".repeat(9_000));';
    const { status, stdout } = await command(text, "--json");
    const report = json(stdout);
    expect(report).toMatchObject({
      status: "timed-out",
      error: { name: "OutputLimit", message: "stopped, because it printed more than 8 MiB" },
    });
    const printed = report.console.map((line) => line.text);
    expect(printed.join("").length * 2).toBeGreaterThan(8_000_000);
    expect(printed.every((line, i) => line.startsWith(`${i} x`))).toBe(true);
    expect(stdout.length).toBeLessThan(6_000_000);
    expect(status).toBe(1);
  });

  test.each([
    ["the only await", "const f = () => new Promise(() => {});\n\nawait f();", 3],
    ["one of several", "await 1;\nawait new Promise(\n  () => {},\n);\nawait 2;", 2],
    ["an await of a function's", "async function f() {\n  await new Promise(() => {});\n}\nawait 1;\nawait f();", null],
  ])("a promise that can never settle ends the run at once: %s", async (_what, text, line) => {
    const { status, stdout } = await command(`console.log("begun"); ${text}`, "--json");
    const message =
      "the program waits for a promise that can never settle: nothing is left to happen that could settle it";
    expect(json(stdout)).toMatchObject({
      status: "timed-out",
      console: [{ text: "begun" }],
      heap: { leaksJudged: false },
      error: { name: "UnsettledAwait", message, line },
    });
    expect(status).toBe(1);
  });

  test("what a terminal would obey is shown: of output, of an error's name and message, and of the source", async () => {
    const text = [
      'console.log("\\x1b[2J", "\\u009b1m", "\\u202e", "a\\tb\\nc\\r");',
      "class E extends Error {}",
      'Object.defineProperty(E.prototype, "name", { value: "Bad\\n0 faults\\x1b[1m" });',
      'throw new E("one\\n0 faults, 0 calls\\x07");',
    ].join("\n");
    const { stdout, stderr } = await command(text);
    expect(stdout).toBe("\\x1b[2J \\x9b1m \\u202e a\tb\nc\\x0d\n");
    expect(stderr).toContain("/program.ts:4: uncaught Bad\\n0 faults\\x1b[1m: one\n    0 faults, 0 calls\\x07\n");
    const { stdout: printed } = await command(text, "--json");
    expect(printed).toMatch(/^[\n -~]*$/);
    expect(json(printed).console[0]?.text).toBe("\x1b[2J \u009b1m \u202e a\tb\nc\r");
  });

  test("what a terminal would obey is shown: of a source line in a fault, with its mark in place", async () => {
    const text =
      'import { dlopen } from "ffi";\nusing s = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });\nconst /* \u202e\x1b */ p = s.symbols.malloc(10);\n';
    const { stderr } = await command(text);
    expect(stderr).toContain(`\n  3 | const /* \\u202e\\x1b */ p = s.symbols.malloc(10);\n    | ${" ".repeat(27)}^\n`);
    expect(stderr).toMatch(/^[\n -~]*$/);
  });

  test("what a terminal would obey is shown: of a file's name, and of a flag", async () => {
    const names = ["no\x1b]0;title\x07.ts", "no\n0 faults.ts", "--\u202eflag"];
    const said = await Promise.all(names.map((name) => ended([BIN, "run", name])));
    expect(said[0]!.stderr).toBe("no\\x1b]0;title\\x07.ts could not be read: there is no such file\n");
    expect(said[1]!.stderr).toBe("no\\n0 faults.ts could not be read: there is no such file\n");
    expect(said[2]!.stderr).toContain("unknown option '--\\u202eflag'");
    expect(said.map(({ status }) => status)).toEqual([2, 2, 2]);
  });

  test("a promise that a timer settles is waited for", async () => {
    const { status } = await command("await new Promise((done) => setTimeout(done, 200));");
    expect(status).toBe(0);
  });

  test("text that does not parse is refused with one line and its place, exit code 2", async () => {
    const { status, stdout, stderr } = await command("const x = ;", "--json");
    expect(stderr).toBe("/program.ts:1:11: does not parse: Expression expected.\n");
    expect(json(stdout)).toMatchObject({ status: "refused", error: { name: "SyntaxError", line: 1 } });
    expect(status).toBe(2);
  });

  test("an import of another module is refused with one line and its place, exit code 2", async () => {
    const { status, stderr } = await command('const a = 1;\nimport "fs";');
    expect(stderr).toBe('/program.ts:2:1: a program can import only "ffi"\n');
    expect(status).toBe(2);
  });

  test("text that nests too deep to be read is refused with one line, exit code 2", async () => {
    const { status, stderr } = await command(`const x = ${"(".repeat(100_000)}1${")".repeat(100_000)};`);
    expect(stderr).toBe("/program.ts:1:1: The program nests deeper than it can be read; make it flatter.\n");
    expect(status).toBe(2);
  });

  test("--sealed: the same report, and the work it took", async () => {
    const text =
      'import { dlopen } from "ffi";\nusing strings = dlopen("strings", {});\nusing name = strings.cstring("Ada");';
    const program = `${text}\nconsole.log(name.byteLength, Date.now());\nthrow new RangeError("too far");`;
    const { status, stdout } = await command(program, "--sealed", "--json");
    const { work, ...report } = json(stdout);
    expect(report).toMatchObject({
      status: "threw",
      console: [{ text: "4 1767225600000" }],
      error: { name: "RangeError", message: "too far", line: 5 },
      heap: { leaksJudged: false },
      bytesCopied: 4,
    });
    expect(work).toBeGreaterThan(0);
    expect(json((await command(program, "--sealed", "--json")).stdout).work).toBe(work);
    expect(status).toBe(1);
  });

  test("--sealed: what the clock ends was not judged", async () => {
    const { status, stdout, stderr } = await command("for (;;);", "--sealed", "--time-limit", "0.2", "--json");
    expect(json(stdout)).toMatchObject({ status: "timed-out", error: { name: "NotJudged" }, work: null });
    expect([status, stderr]).toEqual([1, ""]);
  });

  test("a file that is not there is refused with one line, exit code 2", async () => {
    const { status, stderr } = await ended([BIN, "run", "no-such-file.ts"]);
    expect(stderr).toBe("no-such-file.ts could not be read: there is no such file\n");
    expect(status).toBe(2);
  });

  test("an unknown library or function names the nearest one", async () => {
    const library = await command('import { dlopen } from "ffi";\ndlopen("string", {});', "--json");
    expect(json(library.stdout).error).toMatchObject({
      name: "SymbolError",
      message: 'there is no library "string"; did you mean "strings"?',
      line: 2,
    });
    const symbol = await command(
      'import { dlopen } from "ffi";\ndlopen("strings", { get_versoin: { parameters: [], result: "pointer" } });',
      "--json",
    );
    expect(json(symbol.stdout).error?.message).toContain('did you mean "get_version"?');
  });

  test("for a person: the line, the caret, where it came from and what to do", async () => {
    const text =
      'import { dlopen } from "ffi";\nusing s = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });\nconst p = s.symbols.malloc(10);\n';
    const { status, stderr } = await command(text);
    expect(stderr).toContain(
      "FFI002 leak: Block 1 (`p`), 10 bytes, was still allocated when the program ended, and nothing points at it any more.",
    );
    expect(stderr).toContain("  --> /program.ts:3:11\n  3 | const p = s.symbols.malloc(10);\n    |           ^\n");
    expect(stderr).toContain("help: Release it with `free`");
    expect(status).toBe(1);
  });

  test("weather: an allocation of C's that fails, memory that is reused, memory that grows", async () => {
    const text = `import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const made = [1, 2, 3].map(() => lib.symbols.malloc(16));
console.log(made.map((block) => block !== null));
for (const block of made) lib.symbols.free(block);
const again = lib.symbols.malloc(16);
console.log(made.some((block) => address(block) === address(again)));
const view = new PointerView(again!).getArray("u8", 16);
lib.symbols.free(lib.symbols.malloc(16));
console.log(view.byteLength);
lib.symbols.free(again);`.replace("dlopen,", "address, dlopen,");
    const printed = async (...flags: string[]) =>
      json((await command(text, "--json", ...flags)).stdout).console.map((line) => line.text);
    expect(await printed()).toEqual(["[ true, true, true ]", "false", "16"]);
    expect(await printed("--fail-malloc", "2", "--reuse-freed", "--grow-memory")).toEqual([
      "[ true, false, true ]",
      "true",
      "0",
    ]);
  });

  test("weather of one's own choice, and one sentence for what no run can have", async () => {
    const text = `import { dlopen } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  get_error_message: { parameters: [], result: "pointer" },
});
console.log(lib.symbols.get_version(), lib.symbols.get_error_message());
using name = lib.cstring("Ada");`;
    const flags = ["--null-result", "get_version", "--null-result", "get_error_message", "--fail-allocation", "1"];
    const { status, stdout } = await command(text, "--json", ...flags);
    expect(json(stdout)).toMatchObject({
      console: [{ text: "null null" }],
      error: { name: "RangeError", message: "the library strings has no memory left for 4 bytes", line: 7 },
    });
    expect(status).toBe(1);
    const refused = await command(text, "--null-result", "set_name", "--never-reuse", "--grow-at-calls");
    expect(refused).toMatchObject({
      status: 2,
      stderr: "set_name cannot return NULL instead of running: its header does not say that its result may be NULL\n",
    });
    const variant = await command(text, "--json", "--variant", "strings=one-buffer", "--variant", "errors=overwritten");
    expect(json(variant.stdout)).toMatchObject({ status: "completed", faults: [] });
    const unknown = await command(text, "--variant", "strings=other-buffer");
    expect(unknown).toMatchObject({
      status: 2,
      stderr: 'the library strings has no variant "other-buffer"; it has one-buffer\n',
    });
    const both = await command(text, "--fail-malloc", "1", "--fail-allocation", "1");
    expect(both.stderr).toBe("one run fails an allocation of C's or one of all allocations, and not both\n");
  });

  test("an allocation that is no number is refused with one line, exit code 2", async () => {
    const { status, stderr } = await command("", "--fail-malloc", "first");
    expect(stderr).toBe(`--fail-malloc takes a whole number: 0 for every allocation, n for the n-th; got "first"\n`);
    expect(status).toBe(2);
  });

  test("--fast: what the program does, without the checker, and it says so", async () => {
    const text =
      'import { dlopen } from "ffi";\nusing s = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });\nconsole.log(s.symbols.malloc(10) !== null);\n';
    const checked = await command(text, "--json");
    expect(json(checked.stdout)).toMatchObject({ calls: 1, faults: [{ code: "FFI002" }] });
    const fast = await command(text, "--fast", "--json");
    expect(json(fast.stdout)).toMatchObject({
      status: "completed",
      calls: 0,
      faults: [],
      console: [{ text: "true" }],
      heap: { leaksJudged: false },
    });
    expect(fast.status).toBe(0);
    const { stdout, stderr } = await command(text, "--fast");
    expect(stdout).toBe("true\n");
    expect(stderr).toBe("\nfast: neither memory nor leaks were checked, and no call was counted\n");
  });

  test("--fast with weather, which only the checker makes, is refused with one line, exit code 2", async () => {
    const { status, stderr } = await command("", "--fast", "--reuse-freed");
    expect(stderr).toBe(
      "only the checker makes run conditions, such as a failed allocation: leave out --fast or the conditions\n",
    );
    expect(status).toBe(2);
  });

  test("a program finds no way into the machine", async () => {
    const names = ["process", "require", "fetch", "Worker", "Buffer", "importScripts"];
    const text = `console.log(${names.map((name) => `typeof ${name}`).join(", ")});`;
    const { stdout } = await command(text, "--json");
    expect(json(stdout).console[0]?.text).toBe(names.map(() => "undefined").join(" "));
  });
});
