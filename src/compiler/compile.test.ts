import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { CompiledProgram } from "../contract/program.ts";
import { compileProgram } from "./compile.ts";

function compiled(text: string): CompiledProgram {
  const outcome = compileProgram(ts, text);
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.message).join("; "));
  return outcome.program;
}

/** What the runner gives a program, as far as these programs use it. */
class Runtime {
  span = 0;
  /** The span at each call of `here`. */
  readonly seen: number[] = [];
  readonly scopes: number[] = [];
  ticks = 0;
  readonly module = { here: (value?: unknown) => (this.seen.push(this.span), value) };
  at<T>(span: number, value: T): T {
    this.span = span;
    return value;
  }
  element<T>(span: number, value: T): T {
    return this.at(span, value);
  }
  target<T>(span: number, value: T): T {
    return this.at(span, value);
  }
  made<T>(value: T): T {
    return value;
  }
  none(span: number): never[] {
    this.span = span;
    return [];
  }
  disposes(span: number): never[] {
    return this.none(span);
  }
  steps(span: number): never[] {
    return this.none(span);
  }
  looks(span: number): symbol {
    return this.at(span, Symbol("view"));
  }
  scope<T>(span: number, value: T): T {
    this.scopes.push(span);
    return value;
  }
  tick(): void {
    this.ticks += 1;
  }
}

/** Runs `text`, whose last statement is `result = …`, and gives the result and the source text of each call of `here`. */
function run(text: string): { result: unknown; here: string[]; runtime: Runtime; program: CompiledProgram } {
  const program = compiled(`import { here } from "ffi";\nlet result: unknown;\n${text}\nreport(result);`);
  const runtime = new Runtime();
  let result: unknown;
  new Function("globalThis", "report", program.code.replace("export {};", ""))(
    { __ffi: runtime },
    (value: unknown) => (result = value),
  );
  const lines = `import { here } from "ffi";\nlet result: unknown;\n${text}`.split("\n");
  const here = runtime.seen.map((number) => {
    const span = program.spans[number];
    return span && span.line === span.endLine ? lines[span.line - 1]!.slice(span.column - 1, span.endColumn - 1) : "?";
  });
  return { result, here, runtime, program };
}

describe("a call knows its own place", () => {
  test.each([
    ["with an argument", "result = here(1);", ["here(1)"]],
    ["without arguments", "result = here();", ["here()"]],
    ["as a method", "const o = { here };\nresult = o.here();", ["o.here()"]],
    ["after a call in its arguments", "result = here(here(1));", ["here(1)", "here(here(1))"]],
    ["after calls in several arguments", "result = [here(1), here(2)].map(String);", ["here(1)", "here(2)"]],
    ["after a call before it in a chain", "const o = { a: () => o, here };\nresult = o.a().here();", ["o.a().here()"]],
    ["in an optional chain", "const o = { a: () => ({ here }) } as any;\nresult = o?.a().here();", ["o?.a().here()"]],
    ["through a spread", "const xs = [1];\nresult = here(...xs);", ["here(...xs)"]],
    ["through parentheses", "const o = { here };\nresult = (o.here)();", ["(o.here)()"]],
    ["through an assertion", "const o: { here?: any } = { here };\nresult = o.here!();", ["o.here!()"]],
    ["after a length in its arguments", "const a = [1];\nresult = here(a.length);", ["here(a.length)"]],
    ["after a list in its arguments", "const a = [1];\nresult = here([...a]);", ["here([...a])"]],
    ["after a copy in its arguments", "const o = {};\nresult = here({ ...o });", ["here({ ...o })"]],
    ["after a pattern in its arguments", "let a;\nconst b = [1];\nresult = here([a] = b);", ["here([a] = b)"]],
    ["as an element", 'const o = { here };\nresult = o["here"]();', ['o["here"]()']],
    ["inside a function that is an argument", "result = [1].map((x) => here(x));", ["here(x)"]],
  ])("%s", (_name, text, places) => {
    expect(run(text).here).toEqual(places);
  });
});

describe("numbering does not change what a program means", () => {
  test.each([
    ["this of a method", "const o = { v: 7, m() { return this.v; } };\nresult = o.m();", 7],
    ["this through parentheses", "const o = { v: 7, m() { return this?.v; } };\nresult = (o.m)();", 7],
    ["this through an element", 'const o = { v: 7, m() { return this.v; } };\nresult = o["m"]();', 7],
    [
      "this of a private method",
      "class A { #v = 7; #m() { return this.#v; } m() { return this.#m(); } }\nresult = new A().m();",
      7,
    ],
    [
      "super",
      "class A { m() { return 7; } }\nclass B extends A { override m() { return super.m(); } }\nresult = new B().m();",
      7,
    ],
    ["short-circuit of a chain", "const o = undefined as any;\nresult = String(o?.a.b());", "undefined"],
    ["short-circuit with an element", "const o = null as any;\nresult = String(o?.[0].b());", "undefined"],
    ["short-circuit before an element", "const o = {} as any;\nresult = String(o.a?.b[0].c);", "undefined"],
    [
      "taking lists apart and together",
      "const o = { xs: [1, 2, 3] };\nlet a = 0, b: number[] = [];\nconst [c] = o.xs;\n[a, ...b] = o.xs;\n[[o.xs[0], ...b]] = [o.xs] as any;\nfor ([a, ...b] of [o.xs]) ;\nresult = [...o.xs, a, ...b, c].join();",
      "1,2,3,1,2,3,1",
    ],
    [
      "what the engine says of a value that cannot be walked",
      "const x: any = 5;\nconst said: string[] = [];\nfor (const f of [() => [...x], () => { for (const y of x) y; }])\n  try { f(); } catch (e) { said.push((e as Error).message); }\nresult = said.join();",
      "x is not iterable,x is not iterable",
    ],
    [
      "taking objects apart",
      "const o: any = { 0: 1, k: 2, m: 3 };\nlet a, b, rest;\nconst { 0: c, ...d } = o;\n({ 0: a, k: b, ...rest } = o);\nconst f = ({ 0: e, ['k']: g = 9, x: h = 4 }: any) => e + g + h;\nresult = JSON.stringify([a, b, rest, c, d, f(o), { ...o, n: 5 }]);",
      '[1,2,{"m":3},1,{"k":2,"m":3},7,{"0":1,"k":2,"m":3,"n":5}]',
    ],
    [
      "what the engine says of a value that cannot be taken apart",
      "const x: any = undefined;\nconst said: string[] = [];\nfor (const f of [() => { const { 0: a } = x; }, () => { x.length; }])\n  try { f(); } catch (e) { said.push((e as Error).message); }\nresult = said.join();",
      "Cannot destructure property '0' of 'x' as it is undefined.,Cannot read properties of undefined (reading 'length')",
    ],
    [
      "lengths that are written, and in chains",
      "const a: any = [1, 2, 3];\na.length = 2;\na.length--;\nconst o: any = { length: 1 };\ndelete o.length;\n[o.length] = [7];\nconst n: any = null;\nresult = [a.length, o.length, String(n?.a.length.toFixed()), n?.length].join();",
      "1,7,undefined,",
    ],
    ["an element in a chain", "const o = { a: [[7]] } as any;\nresult = o?.a?.[0]?.[0];", 7],
    ["a typed array of a length, and of another", "result = new Uint8Array(new Uint16Array(3)).length;", 3],
    [
      "order of evaluation",
      "const log: number[] = [];\nconst f = (n: number) => (log.push(n), n);\n[f(1), f(2)].concat([f(3)]);\nresult = log.join();",
      "1,2,3",
    ],
    [
      "a method's receiver is evaluated once",
      "let n = 0;\nconst o = () => (n++, { m: () => n });\nresult = o().m();",
      1,
    ],
    [
      "new without arguments",
      "class A { v: number; constructor() { this.v = arguments.length; } }\nresult = new A().v;",
      0,
    ],
    [
      "number of arguments",
      "const f = function () { return arguments.length; };\nresult = [f(), f.call(null)].join();",
      "0,0",
    ],
    ["writing an element", "const xs = [1, 2];\nxs[0] += 5;\nxs[1]++;\nresult = xs.join();", "6,3"],
    ["deleting an element", "const o: any = { a: 1 };\ndelete o['a'];\nresult = Object.keys(o).length;", 0],
    [
      "a labelled continue",
      "let n = 0;\nouter: for (const x of [1, 2]) { for (;;) { n += x; continue outer; } }\nresult = n;",
      3,
    ],
    ["do while", "let n = 0;\ndo n++; while (n < 3);\nresult = n;", 3],
    [
      "a loop variable captured",
      "const fs: (() => number)[] = [];\nfor (let i = 0; i < 3; i++) fs.push(() => i);\nresult = fs.map((f) => f()).join();",
      "0,1,2",
    ],
    [
      "tagged templates",
      "const t = (s: TemplateStringsArray, ...v: number[]) => s.raw.join('|') + v.join();\nresult = t`a${1}b`;",
      "a|b1",
    ],
    ["generators", "function* g() { yield 1; yield 2; }\nresult = [...g()].join();", "1,2"],
    ["a renamed import", "result = typeof here;", "function"],
  ])("%s", (_name, text, value) => {
    expect(run(text).result).toBe(value);
  });
});

test("a value's span carries the name it is stored under", () => {
  const { spans } = compiled(
    "const a = f(1);\nlet b; b = f()!;\nconst c = { d: f() };\nconst e = f() ?? g();\nf(g());",
  );
  const named = spans.flatMap((span) => (span ? [`${span.line}:${span.name}`] : []));
  expect(named).toEqual(expect.arrayContaining(["1:a", "2:b", "3:d", "4:e", "5:null"]));
});

test("`using` is lowered, and told where its scope ends", () => {
  const { result, runtime, program } = run(
    "Symbol.dispose ??= Symbol('d') as never;\nlet log = '';\nconst d = () => ({ [Symbol.dispose]() { log += 'x'; } });\n{ using a = d(); log += 'a';\n}\nresult = log;",
  );
  expect(result).toBe("ax");
  expect(program.code).not.toMatch(/\busing\s/);
  expect(program.spans[runtime.scopes[0]!]).toMatchObject({ line: 7, column: 1, endColumn: 2 });
});

test("every turn of every kind of loop ticks", () => {
  const { runtime } = run(
    "for (let i = 0; i < 2; i++);\nfor (const x of [1]) x;\nfor (const k in { a: 1 }) k;\nlet n = 0;\nwhile (n < 2) n++;\ndo n--; while (n > 0);",
  );
  expect(runtime.ticks).toBe(2 + 1 + 1 + 2 + 2);
});

describe("libraries", () => {
  test("names written out are listed once", () => {
    expect(compiled('dlopen("a", {}); dlopen("b", {}); dlopen("a", {});').libraries).toEqual(["a", "b"]);
  });
  test("a computed name makes the list unknown", () => {
    expect(compiled('dlopen("a", {}); dlopen("b" + 1, {});').libraries).toBeNull();
  });
});

describe("imports of ffi", () => {
  test("become reads of the runtime's module; types vanish", () => {
    const { code } = compiled('import { dlopen as open, type Pointer } from "ffi";\nopen("a", {});\nlet p: Pointer;');
    expect(code).toContain("const { dlopen: open } = __ffi.module;");
    expect(code).not.toContain("Pointer");
  });
  test("a namespace", () => {
    expect(compiled('import * as ffi from "ffi"; ffi.x();').code).toContain("const ffi = __ffi.module;");
  });
});

test("text that does not parse is refused with every problem and its place", () => {
  expect(compileProgram(ts, "const x = ;\nfoo(")).toEqual({
    ok: false,
    problems: [
      { message: "Expression expected.", line: 1, column: 11 },
      { message: "')' expected.", line: 2, column: 5 },
    ],
  });
});

test("an engine's own message names the learner's callee", () => {
  const message = (text: string) => {
    try {
      run(text);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("nothing was thrown");
  };
  expect(message("const o = { a: {} as any };\no.a.missing();")).toBe("o.a.missing is not a function");
  expect(message("const f = 1 as any;\nf();")).toBe("f is not a function");
  expect(message("const o = {} as any;\nnew o.A();")).toBe("o.A is not a constructor");
  expect(message("const o = {} as any;\no['a']();")).toBe("o.a is not a function");
  expect(message("const o = {} as any;\no.a.b(1);")).toBe("Cannot read properties of undefined (reading 'b')");
});

test.each(["__ffi.span = 1;", "const \\u005f_ffi = 1;", "console.log(globalThis.__ffi);"])(
  "a program cannot name the runtime: %s",
  (text) => {
    expect(compileProgram(ts, text)).toMatchObject({ ok: false, problems: [{ line: 1 }] });
  },
);

const ONLY = 'a program can import only "ffi"';

test.each([
  ['import "fs";', ONLY],
  ['import fs from "fs";', ONLY],
  ['import type { Stats } from "fs";', ONLY],
  ['import * as own from "./program.ts";', ONLY],
  ['import { a } from "data:text/javascript,export const a = 1";', ONLY],
  ['import fs = require("fs");', ONLY],
  ['import ffi = require("ffi");', `${ONLY}, and only by import … from "ffi"`],
  ['let a: import("fs").Stats;', ONLY],
  ['export * from "ffi";', `${ONLY}, and export only what it has imported or declared itself`],
  ['export { readFile } from "fs";', `${ONLY}, and export only what it has imported or declared itself`],
  ['export type { Stats } from "fs";', `${ONLY}, and export only what it has imported or declared itself`],
  ['await import("fs");', `${ONLY}, and only by import … from "ffi"`],
  ['await import("ffi");', `${ONLY}, and only by import … from "ffi"`],
  ["console.log(import.meta.url);", `${ONLY}, and has no import.meta`],
])("a program imports only the module: %s", (text, message) => {
  const outcome = compileProgram(ts, `// first\n${text}`);
  expect(outcome).toMatchObject({ ok: false });
  expect(outcome.ok ? [] : outcome.problems).toContainEqual({
    message,
    line: 2,
    column: expect.any(Number),
    parses: true,
  });
});

test.each([
  'import "ffi";',
  'import { dlopen as open, type Pointer } from "ffi"; let p: Pointer; open;',
  'import * as ffi from "ffi"; ffi;',
  'import ffi from "ffi"; ffi;',
  'import type { Pointer } from "ffi"; let p: Pointer;',
  'let p: import("ffi").Pointer;',
  'export type { Pointer } from "ffi";',
  'import { dlopen } from "ffi"; export { dlopen };',
  "namespace A { export const b = 1; } import c = A.b; c;",
])("what imports no other module is compiled: %s", (text) => {
  const outcome = compileProgram(ts, text);
  expect(outcome.ok).toBe(true);
  expect(outcome.ok ? outcome.program.code : "").not.toMatch(/\bimport\b|\bfrom\b/);
});

test.each([
  "function globalThis() {}",
  "function global\\u0054his() {}",
  "var globalThis = {};",
  "{ var [, { a: globalThis }] = []; }",
  "class globalThis {}",
  "enum globalThis { A }",
  "namespace globalThis { export const a = 1; }",
  'import { dlopen as globalThis } from "ffi";',
  'import globalThis from "ffi";',
  'import * as globalThis from "ffi";',
  "namespace A { export const b = 1; } import globalThis = A.b;",
  "const f = (globalThis: unknown) => 1;",
])("a program cannot declare where the runtime is read from: %s", (text) => {
  const outcome = compileProgram(ts, text);
  expect(outcome.ok ? [] : outcome.problems).toContainEqual(
    expect.objectContaining({ message: "The name globalThis belongs to the language; choose another.", line: 1 }),
  );
});

test.each([
  "console.log(globalThis.Math);",
  "const { globalThis: a } = { globalThis: 1 };",
  "class A { globalThis = 1; get b() { return this.globalThis; } }",
  "const a = 1; export { a as globalThis };",
  "const g: typeof globalThis = globalThis;",
])("a program may use the name: %s", (text) => {
  expect(compileProgram(ts, text).ok).toBe(true);
});

test("one problem is told once", () => {
  const outcome = compileProgram(ts, "const = 3;");
  const told = outcome.ok ? [] : outcome.problems.map((problem) => JSON.stringify(problem));
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told).size).toBe(told.length);
});

test("type errors do not stop a program", () => {
  expect(compileProgram(ts, 'const x: number = "text";').ok).toBe(true);
});
