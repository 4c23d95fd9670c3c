import { afterAll, describe, expect, test } from "vitest";
import type { Exercise } from "../../src/exercise/index.ts";
import { Judging } from "./judging.test-support.ts";

const judging = new Judging();
afterAll(() => judging.end());

/** The checks that failed: the name of each, and under which conditions. */
async function failed(checks: string, answer: string, more: Partial<Exercise>): Promise<string[]> {
  const { checks: results } = await judging.judged(checks, answer, more);
  return results.flatMap(({ check, conditions, message }) =>
    message === null ? [] : [`${check}, when ${conditions ?? ""}: ${message}`],
  );
}

const STRINGS = `import { dlopen, owned, PointerView, borrowed } from "ffi";
const { symbols, cstring } = dlopen("strings", {
  get_version: { parameters: [], result: borrowed("pointer") },
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: ["pointer"], result: "void" },
});`;
const HANDLES = `import { dlopen, owned } from "ffi";
const { symbols } = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: owned("pointer", "destroy_handle") },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});`;
const CALLBACKS = `import { dlopen } from "ffi";
const library = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const definition = { parameters: ["i32", "pointer"], result: "void" } as const;`;
const ZEROCOPY = `import { dlopen, owned, PointerView } from "ffi";
const { symbols } = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: owned("pointer", "destroy_buffer") },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});`;
const F = `import { f } from "answer"; check("f", () => { f(); });`;

describe("what luck hides shows in other conditions", () => {
  test("an allocation that fails: the one before it is lost", async () => {
    const answer = `${STRINGS}
      export function f() { const one = cstring("one"); const two = cstring("two");
        two[Symbol.dispose](); one[Symbol.dispose](); }`;
    expect(await failed(F, answer, { conditions: ["allocation"], failures: ["RangeError"] })).toEqual([
      "nothingLeaked, when the second allocation fails: one (4 bytes, allocated at line 8) was never released",
    ]);
  });

  test("a documented failure is right where the conditions made something fail, and nowhere else", async () => {
    const right = `${STRINGS} export function f() { using one = cstring("one"); symbols.set_name(one.pointer); }`;
    expect(await failed(F, right, { conditions: ["allocation"], failures: ["RangeError"] })).toEqual([]);
    expect(await failed(F, right, { conditions: ["allocation"] })).toEqual([
      expect.stringContaining("f, when the first allocation fails: the answer threw RangeError: "),
    ]);
    const always = `export function f() { throw new RangeError("no memory"); }`;
    expect(await failed(F, always, { conditions: ["allocation"], failures: ["RangeError"] })).toEqual([
      "f, when nothing is out of the ordinary: the answer threw RangeError: no memory",
    ]);
  });

  test("a function that returns NULL", async () => {
    const answer = `${STRINGS} export const f = () => new PointerView(symbols.get_version()!).getCString();`;
    expect(await failed(F, answer, { conditions: ["null"] })).toEqual([
      expect.stringContaining("f, when get_version returns NULL: the answer threw "),
      "noFaults, when get_version returns NULL: FFI001 at line 7: Memory was read through a null pointer.",
    ]);
    const careful = `${STRINGS} export const f = () => { const v = symbols.get_version(); return v && new PointerView(v).getCString(); };`;
    expect(await failed(F, careful, { conditions: ["null"] })).toEqual([]);
  });

  test("a view that was made before memory grew", async () => {
    const answer = (body: string) => `${STRINGS} export function f() { using one = cstring("one"); ${body} }`;
    const before =
      "const view = new PointerView(one.pointer).getArray('u8', 4); symbols.get_version(); return view[0];";
    const after = "symbols.get_version(); return new PointerView(one.pointer).getArray('u8', 4)[0];";
    const more: Partial<Exercise> = { conditions: ["growth"], memory: ["noViewAcrossGrowth"] };
    expect(await failed(F, answer(before), more)).toEqual([
      expect.stringContaining("noViewAcrossGrowth, when memory grows at every call: FFI012 at line 7: "),
    ]);
    expect(await failed(F, answer(after), more)).toEqual([]);
  });

  test("another library behind the same header", async () => {
    const errors = `import { dlopen, PointerView } from "ffi";
      const { symbols } = dlopen("errors", {
        get_error_string: { parameters: ["i32"], result: "pointer" },
      });
      const text = (code: number) => symbols.get_error_string(code)!;`;
    const checks = `import { both } from "answer";
      check("both", () => { const [one, two] = both(); expect(one === two, "one text is the other").toBe(false); });`;
    const kept = `${errors} export const both = () => [text(1), text(2)].map((at) => new PointerView(at).getCString());`;
    const read = `${errors} export const both = () => [1, 2].map((code) => new PointerView(text(code)).getCString());`;
    const more: Partial<Exercise> = { library: "errors", conditions: ["variant"] };
    expect(await failed(checks, kept, more)).toEqual([
      "both, when another errors library stands behind the same header (overwritten): " +
        "one text is the other: expected false, and it was true",
    ]);
    expect(await failed(checks, read, more)).toEqual([]);
  });
});

describe("what a run did to memory", () => {
  test.each([
    ["once", "using one = make(); symbols.use_handle(one.pointer);", []],
    ["never", "make();", ["destroy_handle was never called with 1 of the 1 results of create_handle"]],
    [
      "by a second call",
      "const one = make(); one[Symbol.dispose](); symbols.destroy_handle(one.pointer);",
      ["destroy_handle was called a second time with one result of create_handle"],
    ],
  ])("callsOnce: %s", async (_what, body, messages) => {
    const answer = `${HANDLES} const make = () => symbols.create_handle(new Uint8Array([1]), 1)!;
      export function f() { ${body} }`;
    const memory: Exercise["memory"] = [{ callsOnce: "destroy_handle", per: "create_handle" }];
    const { checks } = await judging.judged(F, answer, { library: "handles", memory });
    const found = checks.find(({ check }) => check === "callsOnce");
    expect(found).toMatchObject({ name: "destroy_handle is called exactly once for each result of create_handle" });
    expect(found?.message === null ? [] : [found?.message]).toEqual(messages);
  });

  test("calls: the library does the work, in one behaviour at least, and not too often in any", async () => {
    const memory: Exercise["memory"] = [{ calls: "get_version", atMost: 2 }];
    const messageOf = async (body: string) =>
      (await judging.judged(F, `${STRINGS} export function f() { ${body} }`, { memory })).checks.at(-1);
    expect(await messageOf("symbols.get_version();")).toMatchObject({
      name: "C's get_version does the work, and get_version is called at most twice each time",
      message: null,
    });
    expect(await messageOf("")).toMatchObject({ message: "get_version was never called" });
    expect(await messageOf("for (let i = 0; i < 3; i++) symbols.get_version();")).toMatchObject({
      message: "get_version was called 3 times",
    });
  });

  test("everyCallbackClosed", async () => {
    const memory: Exercise["memory"] = ["everyCallbackClosed"];
    const messageOf = async (body: string) =>
      (
        await judging.judged(F, `${CALLBACKS}\nexport function f() { ${body} }`, { library: "callbacks", memory })
      ).checks.at(-1)?.message;
    const register =
      "const act = library.callback(definition, () => {}); library.symbols.register_callback(act.pointer, null);";
    expect(await messageOf(`${register} library.symbols.unregister_callback(); act[Symbol.dispose]();`)).toBeNull();
    expect(await messageOf(`${register} library.symbols.unregister_callback();`)).toBe(
      "the callback act, made at line 8, was never closed",
    );
  });

  test("bytesCopiedAtMost", async () => {
    const memory: Exercise["memory"] = [{ bytesCopiedAtMost: 100 }];
    const answer = (body: string) => `${ZEROCOPY} export function f() { using buffer = symbols.create_buffer(1000)!;
      const view = new PointerView(symbols.get_buffer_data(buffer.pointer)!); ${body} }`;
    const messageOf = async (body: string) =>
      (await judging.judged(F, answer(body), { library: "zerocopy", memory })).checks.at(-1)?.message;
    expect(await messageOf("view.getArray('u8', 1000).fill(1);")).toBeNull();
    expect(await messageOf("view.getArray('u8', 1000).fill(1); view.copyInto(new Uint8Array(1000));")).toBe(
      "1,000 bytes were copied",
    );
  });
});

test("a check that makes too many allocations is told so, and not tried without end", async () => {
  const answer = `${STRINGS} export function f() { for (let i = 0; i < 2500; i++) cstring("x")[Symbol.dispose](); }`;
  expect(await failed(F, answer, { conditions: ["allocation"] })).toEqual([
    "f, when nothing is out of the ordinary: it makes 2500 allocations: more than can be tried one by one",
  ]);
});
