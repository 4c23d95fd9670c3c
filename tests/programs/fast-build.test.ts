import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

/** What a program does that is not right is, where nothing needs the checker, the same without it. */
async function inBoth(text: string) {
  const reports = [];
  for (const build of ["checked", "fast"] as const) {
    const outcome = await runProgram(text, { build });
    if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
    const { status, console, faults, error } = outcome.report;
    const location = faults.map(({ code, typescript }) => ({ code, line: typescript?.line ?? null }));
    reports.push({ status, printed: console.map((line) => line.text), faults: location, error });
  }
  const [checked, fast] = reports;
  expect(fast).toEqual(checked);
  return checked!;
}

const CALLBACKS = `import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
const definition = { parameters: ["i32", "pointer"], result: "void" } as const;
`;

test("a callback that throws does not unwind C: the other items follow, and then it is thrown", async () => {
  const report = await inBoth(`${CALLBACKS}using callback = lib.callback(definition, (value) => {
  console.log(value);
  if (value === 2) throw new RangeError("two");
});
register_callback(callback.pointer, null);
try {
  process_items(Int32Array.of(1, 2, 3), 3);
} catch (error) {
  console.log(error instanceof RangeError ? error.message : "another");
}
unregister_callback();`);
  expect(report).toEqual({
    status: "completed",
    printed: ["1", "2", "3", "two"],
    faults: [{ code: "FFI015", line: 11 }],
    error: null,
  });
});

test("it is thrown when the outermost call has returned, and no earlier", async () => {
  const report = await inBoth(`${CALLBACKS}let isInner = false;
using callback = lib.callback(definition, (value) => {
  if (isInner) throw new RangeError("inner");
  isInner = true;
  process_items(Int32Array.of(value), 1);
  isInner = false;
  console.log("the inner call has returned");
});
register_callback(callback.pointer, null);
try {
  process_items(Int32Array.of(1), 1);
} catch (error) {
  console.log(error instanceof RangeError ? error.message : "another");
}
unregister_callback();`);
  expect(report.printed).toEqual(["the inner call has returned", "inner"]);
});

test("structs by value are what they were when they were read, whatever a getter of theirs calls", async () => {
  const report = await inBoth(`import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const Color = struct({ r: "u8", g: "u8", b: "u8", a: "u8" });
const lib = dlopen("structs", {
  calculate_distance: { parameters: [Point, Point], result: "f64" },
  rect_contains_point: { parameters: ["buffer", Point], result: "bool" },
  create_gradient: { parameters: [Color, Color, "i32"], result: "pointer" },
  free_colors: { parameters: ["pointer"], result: "void" },
});
const { calculate_distance, rect_contains_point, create_gradient, free_colors } = lib.symbols;
const asked: string[] = [];
const point = (name: string, x: number, y: number, act: () => void) => ({
  get y() { asked.push(name + ".y"); act(); return y; },
  get x() { asked.push(name + ".x"); return x; },
});
const origin = { x: 0, y: 0 };
const inner = point("inner", 30, 40, () => {
  try { calculate_distance(origin, point("thrown", 1, 1, () => { throw new RangeError("no y"); })); }
  catch (error) { console.log((error as Error).message); }
});
const from = point("from", 1, 1, () => console.log(calculate_distance(inner, origin)));
console.log(calculate_distance(from, { x: 4, y: 5 }), calculate_distance(origin, { x: 6, y: 8 }));
console.log(rect_contains_point(Float64Array.of(0, 0, 2, 2), point("inside", 1, 1, () => {})));
free_colors(create_gradient({ r: 1, g: 2, b: 3, a: 4 }, { r: 5, g: 6, b: 7, a: 8 }, 2));
console.log(asked.join(" "));
try {
  calculate_distance(point("first", "1" as any, 0, () => {}), point("second", 1, 1, () => {}));
} catch (error) { console.log((error as Error).message, asked.slice(-4).join(" ")); }
try {
  calculate_distance(origin, point("closing", 1, 1, () => lib.close()));
} catch (error) { console.log((error as Error).name); }`);
  expect(report).toEqual({
    status: "completed",
    printed: [
      "no y",
      "50",
      "5 10",
      "true",
      "from.x from.y inner.x inner.y thrown.x thrown.y inside.x inside.y",
      'calculate_distance: argument 1 (from).x must be a number, got a string "1" first.x first.y second.x second.y',
      "ClosedError",
    ],
    faults: [],
    error: null,
  });
});

/** Lengths about those at which another way is taken, in several alphabets; the bytes are what the engine's own encoder gives. */
test("texts of every length and alphabet cross unchanged, and half characters as their replacement", async () => {
  const report = await inBoth(`import { dlopen, NulError, PointerView } from "ffi";
using strings = dlopen("strings", { strlen: { parameters: ["pointer"], result: "usize" } });
const patterns = ["The quick brown fox ", "\u00e9a\u00df", "\u5927\u767d\u9ca8x", "\u{1f988}", "a\ud800b", "\udc00", "\ud83e", "\ufeffx", "\x7f\u0080\u07ff\u0800\uffff"];
const lengths = [0, 1, 2, 7, 8, 9, 23, 24, 25, 31, 32, 33, 34, 63, 64, 65, 1024, 5000];
let compared = 0;
for (const pattern of patterns) {
  for (const length of lengths) {
    const text = pattern.repeat(length).slice(0, length);
    const expected = new TextEncoder().encode(text);
    using copy = strings.cstring(text);
    const view = new PointerView(copy.pointer);
    const bytes = Uint8Array.from(view.getArray("u8", copy.byteLength));
    if (copy.byteLength !== expected.length + 1 || bytes.at(-1) !== 0) console.log("length", pattern, length);
    if (expected.some((byte, index) => bytes[index] !== byte)) console.log("bytes", pattern, length);
    if (strings.symbols.strlen(copy.pointer) !== expected.length) console.log("strlen", pattern, length);
    if (view.getCString() !== new TextDecoder("utf-8", { ignoreBOM: true }).decode(expected)) console.log("text", pattern, length);
    for (const at of length === 0 ? [] : [0, length - 1, length >> 1]) {
      try {
        strings.cstring(text.slice(0, at) + "\0" + text.slice(at));
        console.log("no NulError", pattern, length, at);
      } catch (error) {
        if (!(error instanceof NulError) || error.position !== at) console.log("position", pattern, length, at);
      }
    }
    compared += 1;
  }
}
console.log(compared);`);
  expect(report).toEqual({ status: "completed", printed: [String(9 * 18)], faults: [], error: null });
});

test("bytes that are not UTF-8 are refused, however few they are", async () => {
  const report = await inBoth(`import { dlopen, PointerView, Utf8Error } from "ffi";
using strings = dlopen("strings", {});
const wrong = [[0xff], [0xc0, 0x80], [0xe5, 0xa4], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80], [0xc3]];
for (const before of [0, 7, 22, 23, 24, 40]) {
  for (const bytes of wrong) {
    using block = strings.alloc(before + bytes.length + 1);
    const view = new PointerView(block.pointer);
    view.getArray("u8", block.byteLength).set([...new Array<number>(before).fill(97), ...bytes, 0]);
    try {
      console.log("read", before, view.getCString());
    } catch (error) {
      if (!(error instanceof Utf8Error)) console.log("another error", error);
    }
  }
}
console.log("done");`);
  expect(report.printed).toEqual(["done"]);
});
