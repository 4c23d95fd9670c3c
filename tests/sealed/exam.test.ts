import { afterAll, describe, expect, test } from "vitest";
import { checkAnswer, type Exercise } from "../../src/exercise/index.ts";
import { exerciseWith, Judging, type Judged } from "../exercises/judging.test-support.ts";

const judging = new Judging();
afterAll(() => judging.end());

const judged = judging.judged.bind(judging);

/** The message of the first check. */
const messageOf = async (checks: string, answer: string, more: Partial<Exercise> = {}): Promise<string | null> =>
  (await judged(checks, answer, more)).checks[0]?.message ?? null;

describe("values cross between an answer and its checks", () => {
  test.each([
    ["numbers, texts, nothing", "[1, -0, NaN, 2n, 'é', null, undefined, true]"],
    ["what lies in each other", "{ a: [{ b: new Uint8Array([1, 255]) }], c: new Float64Array([0.5]) }"],
    ["a name that is a setter", "JSON.parse('{\"__proto__\": 1}')"],
  ])("%s", async (_what, value) => {
    const checks = `import { give, take } from "answer";
      check("both ways", () => { expect(give()).toEqual(${value}); expect(take(${value})).toEqual(${value}); });`;
    const answer = `export const give = () => (${value}); export const take = (value: unknown) => value;`;
    expect(await messageOf(checks, answer)).toBeNull();
  });

  test("objects of a class stay where they are, with their methods, accessors, private fields and end of scope", async () => {
    const checks = `import { Box, ended, has } from "answer";
      check("a box", () => {
        { using box = new Box(2); expect(box.add(3).add(1)).toBe(box); expect(box.n).toBe(6); expect(has(box)).toBe(true); }
        expect(ended()).toBe(1);
      });`;
    const answer = `let times = 0; export const ended = () => times;
      export class Box { #n: number; constructor(n: number) { this.#n = n; } get n() { return this.#n; }
        add(n: number) { this.#n += n; return this; } static is(box: object) { return #n in box; }
        [Symbol.dispose]() { times += 1; } }
      export const has = (box: object) => Box.is(box);`;
    expect(await messageOf(checks, answer)).toBeNull();
  });

  test("functions are called both ways, promises settle both ways, and timers run on one clock", async () => {
    const checks = `import { later } from "answer";
      check("later", async () => {
        expect(await later(3, (n: number) => n * 2)).toBe(7);
        expect(await later(3, async (n: number) => { await new Promise((r) => setTimeout(r, 10_000)); return n; })).toBe(4);
        await expect(later(3, () => { throw new RangeError("mine"); })).toReject("RangeError", "mine");
      });`;
    const answer = `export const later = async (n: number, f: (n: number) => number | Promise<number>) => {
      await new Promise((resolve) => setTimeout(resolve, 3_600_000)); return (await f(n)) + 1; };`;
    expect(await messageOf(checks, answer)).toBeNull();
  });

  test("an async iterator is gone through, and left early", async () => {
    const checks = `import { count, left } from "answer";
      check("counts", async () => {
        const got: number[] = [];
        for await (const n of count(10)) { got.push(n); if (n === 2) break; }
        expect(got).toEqual([0, 1, 2]); expect(left()).toBe(true);
      });`;
    const answer = `let done = false; export const left = () => done;
      export async function* count(n: number) { try { for (let i = 0; i < n; i++) yield i; } finally { done = true; } }`;
    expect(await messageOf(checks, answer)).toBeNull();
  });

  test("an exception keeps its name, its message, its own data and its identity", async () => {
    const checks = `import { fail, same } from "answer";
      check("fails", () => {
        const error = expect(() => fail()).toThrow("Refused", "no") as Error & { code: number };
        expect(error.code).toBe(7); expect(same(error)).toBe(true);
      });`;
    const answer = `class Refused extends Error { override readonly name = "Refused"; code = 7; }
      const error = new Refused("no"); export const fail = () => { throw error; };
      export const same = (other: unknown) => other === error;`;
    expect(await messageOf(checks, answer)).toBeNull();
  });
});

describe("what a check says of an answer that is not right", () => {
  test.each([
    ["another value", "export const f = () => 4;", "f(): expected 3, and it was 4"],
    ["an exception", 'export const f = () => { throw new TypeError("no"); };', "the answer threw TypeError: no"],
    ["a thrown text", 'export const f = () => { throw "no"; };', 'the answer threw "no"'],
    ["no such export", "export const g = 1;", "the answer does not export f, which the task asks for"],
    ["no function", "export const f = 3;", "what the answer gave could not be used: TypeError: not a function"],
    ["no end", "export const f = () => { for (;;); };", "the run did not come to its end: stop"],
    [
      "a promise for ever",
      "export const f = () => new Promise(() => {});",
      "it waits for a promise that nothing can settle any more",
    ],
    [
      "a module that throws",
      'throw new Error("at once"); export const f = 1;',
      "the answer did not catch Error: at once (line 1)",
    ],
    ["a module that waits", "await new Promise(() => {}); export const f = 1;", "the run did not come to its end: "],
  ])("%s", async (_what, answer, message) => {
    const checks = `import { f } from "answer"; check("f", async () => { expect(await f(), "f()").toBe(3); });`;
    expect(await messageOf(checks, answer)).toMatch(message);
  });

  test("an answer without the export makes no mistake that is known", async () => {
    const known = [{ says: "It is too small.", check: "f" }];
    const checks = `import { f } from "answer"; check("f", () => { expect(f()).toBe(3); });`;
    expect(await judged(checks, "export const g = 1;", { known })).toMatchObject({ passed: false, says: null });
    expect(await judged(checks, "export const f = () => 1;", { known })).toMatchObject({ says: "It is too small." });
  });

  test.each([
    [
      "an iterator without an end",
      "for (const n of f()) n;",
      "export function* f() { for (let n = 0; ; n++) yield n; }",
    ],
    ["a length that is far too large", "for (let n = 0; n < f.length; n++);", "export const f = { length: 1e12 };"],
    [
      "a length, taken once",
      "const { length } = f(); for (let n = 0; n < length; n++);",
      "export const f = () => ({ length: 1e12 });",
    ],
  ])("%s is the answer's failure, and not the checks'", async (_what, body, answer) => {
    const checks = `import { f } from "answer"; check("f", () => { ${body} });`;
    expect(await messageOf(checks, answer)).toContain("did not come to its end");
  });

  test("a rejection that nothing waits for", async () => {
    const checks = `import { f } from "answer"; check("f", () => { f(); });`;
    expect(await messageOf(checks, "export const f = async () => { throw new Error('late'); };")).toBe(
      "the answer threw Error: late",
    );
  });
});

describe("an answer reaches nothing of its checks", () => {
  const checks = `import { f } from "answer"; let secret = "kept";
    check("f", async () => { expect(await f((n: number) => { secret += n; return n; }, { g: () => 1 }), "f").toBe("nothing"); });`;

  test.each([
    [
      "the constructor of a function",
      "typeof cb.constructor('return 1') === 'function' && cb.constructor === (() => 0).constructor",
    ],
    ["a property of a function", "Object.keys(cb).length === 0 && (cb as any).secret === undefined"],
    ["a prototype", "Object.getPrototypeOf(cb) === Function.prototype"],
    ["an object that was given", "Object.getPrototypeOf(o) === Object.prototype && Object.keys(o).join() === 'g'"],
    [
      "the host",
      "typeof (globalThis as any).__host === 'undefined' && typeof (globalThis as any).__seal === 'undefined'",
    ],
    [
      "the checks' globals",
      "typeof (globalThis as any).__exercise === 'undefined' && typeof (globalThis as any).__answer === 'undefined'",
    ],
  ])("by %s", async (_what, condition) => {
    const answer = `export const f = (cb: any, o: any) => ${condition} ? "nothing" : "something";`;
    expect(await messageOf(checks, answer)).toBeNull();
  });

  test.each([
    ["a thenable that answers twice", "({ then(go: any) { go('nothing'); go('no'); } })", null],
    [
      "a getter that changes",
      "(() => { let n = 0; return { get then() { n += 1; return undefined; }, n }; })()",
      "expected",
    ],
    [
      "a proxy that throws",
      "new Proxy({}, { ownKeys() { throw new Error('trap'); } })",
      "the answer threw Error: trap",
    ],
    [
      "a text of its own for an error",
      "(() => { throw Object.assign(new Error('x'), { name: 'Broken', message: 'held' }); })()",
      "the answer threw Broken: held",
    ],
    [
      "what nests without end",
      "(() => { const a: any[] = []; a.push(a); return a; })()",
      "RangeError: a value that nests deeper than 32 does not cross",
    ],
    ["a huge array", "new Array(1e9)", "RangeError: a value of more than 100000 parts does not cross"],
  ])("%s", async (_what, value, message) => {
    const found = await messageOf(checks, `export const f = (cb: any): any => ${value};`);
    if (message === null) expect(found).toBeNull();
    else expect(found).toContain(message);
  });
});

describe("checks that are none", () => {
  test.each([
    ["no check", "", "the checks, line 1: there is no check"],
    ["two of one sentence", 'check("a", () => {}); check("a", () => {});', "another check says the same"],
    ["a sentence that is computed", 'check("a" + 1, () => {});', "as a literal text"],
    ["another import", 'import "node:fs"; check("a", () => {});', 'import from "exercise" and from "answer"'],
    ["text that does not parse", 'check("a", () => {', "'}' expected"],
    ["one that does not end", 'check("a", () => { for (;;); });', "the checks did not work"],
    [
      "one that is made later",
      'check("a", () => {}); setTimeout(() => 0, 1); if (1) { check("b", () => {}); }',
      "the checks must be made",
    ],
    ["a module that waits", 'await new Promise(() => {}); check("a", () => {});', "must run to its end at once"],
  ])("%s is no pass and no failure", async (_what, checks, reason) => {
    const outcome = await checkAnswer(exerciseWith(checks), "export const f = 1;", judging.bench);
    expect(outcome).toEqual({ kind: "not-judged", reason: expect.stringContaining(reason) as string });
  });
});

test("the same answer has the same verdict each time, and another seed other inputs", async () => {
  const checks = `import { f } from "answer"; check("f", () => { expect(f(random.integer(0, 1e9)), "f").toBe(-1); });`;
  const answer = "export const f = (n: number) => n;";
  const messages = await Promise.all(Array.from({ length: 20 }, () => messageOf(checks, answer)));
  expect(new Set(messages).size).toBe(1);
  const other = await checkAnswer(exerciseWith(checks), answer, judging.bench, { seed: 2 });
  expect(other).toMatchObject({ kind: "judged", seed: 2 });
  expect((other as Judged).checks[0]!.message).not.toBe(messages[0]);
});

describe("orders of tasks", () => {
  const answer = (body: string) => `let total = 0; export const sum = () => total;
    let last: Promise<void> = Promise.resolve();
    const unguarded = async (n: number) => { const before = total; await null; await null; total = before + n; };
    export const add = (n: number): Promise<void> => ${body};`;
  const checks = `import { add, sum } from "answer";
    check("adds", async () => { await Promise.all([add(1), add(2), add(4)]); expect(sum(), "the sum").toBe(7); });
    check("one at a time", async () => { await add(1); await add(2); expect(sum(), "the sum").toBe(3); });`;

  test("a guarded task holds in all, an unguarded one breaks, and the order is told", async () => {
    const orders: Partial<Exercise> = { orders: 10, conditions: ["order"] };
    expect(await judged(checks, answer("(last = last.then(() => unguarded(n)))"), orders)).toMatchObject({
      passed: true,
    });
    // The engine's own order hides it.
    const lucky = `import { add, sum } from "answer";
      check("adds", async () => { await Promise.all([add(1), add(2)]); expect(sum(), "the sum").toBe(2); });`;
    const found = await judged(lucky, answer("unguarded(n)"), orders);
    expect(found.checks[0]).toMatchObject({ passed: false, message: "the sum: expected 2, and it was 1" });
    expect(found.checks[0]!.conditions).toMatch(/^the tasks go on in another order \(order \d+\)$/);
  });
});
