import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

/** What a wrong use throws: class, code, and a message that names the function, the parameter and what came. */
const CASES: readonly (readonly [what: string, thrown: string])[] = [
  [
    'strings.cstring("a\\0b")',
    "NulError FFI_NUL cstring(text): the text has U+0000 at index 1, where a C string would end; remove it or pass a length",
  ],
  ["strings.cstring(7)", "TypeError undefined cstring(text) takes a string, got number 7"],
  ["strings.alloc(-1)", "RangeError undefined alloc(byteLength) takes a whole number of bytes from 0, got number -1"],
  ['dlopen("string", {})', 'SymbolError FFI_SYMBOL there is no library "string"; did you mean "strings"?'],
  [
    'dlopen("strings", { set_nmae: { parameters: [], result: "void" } })',
    'SymbolError FFI_SYMBOL the library "strings" has no function "set_nmae"; did you mean "set_name"?',
  ],
  ["set_name()", "TypeError undefined set_name takes 1 argument (name), got 0"],
  ["set_name(null, null)", "TypeError undefined set_name takes 1 argument (name), got 2"],
  ["stored_length(1)", "TypeError undefined stored_length takes 0 arguments, got 1"],
  [
    'set_name("Ada")',
    'TypeError undefined set_name: argument 1 (name) must be a Pointer or null, such as cstring(text).pointer, got a string "Ada"',
  ],
  [
    "set_name(text)",
    "TypeError undefined set_name: argument 1 (name) must be a Pointer or null (pass its .pointer), got an object of class Allocation",
  ],
  [
    "set_name(Uint8Array.of(1))",
    'TypeError undefined set_name: argument 1 (name) must be a Pointer or null (declare the parameter "buffer" to pass a typed array), got an object of class Uint8Array',
  ],
  [
    "set_name(Promise.resolve(null))",
    "TypeError undefined set_name: argument 1 (name) must be a Pointer or null, got a Promise (await it first)",
  ],
  ['malloc("8")', 'TypeError undefined malloc: argument 1 (size) must be a number, got a string "8"'],
  ["malloc(8n)", "TypeError undefined malloc: argument 1 (size) must be a number, got bigint 8n"],
  [
    "distance({ x: 1 }, { x: 1, y: 1 })",
    "TypeError undefined calculate_distance: argument 1 (from).y must be a number, got undefined",
  ],
  [
    "distance(null, { x: 1, y: 1 })",
    "TypeError undefined calculate_distance: argument 1 (from) must be an object with x, y, got null",
  ],
  [
    "new PointerView(text.pointer).setStruct(Trio, 0, { three: [1, 2] })",
    "TypeError undefined setStruct(value).three must be an array of 3 elements, got one of 2",
  ],
  ['new PointerView("x")', 'TypeError undefined PointerView(pointer) must be a Pointer, got a string "x"'],
  [
    "new PointerView(bytes.pointer).getCString()",
    "Utf8Error FFI011 getCString: the bytes at 0x… are not UTF-8; read them as bytes, or decode them with the encoding C used",
  ],
  [
    "closed.symbols.stored_length()",
    "ClosedError FFI_CLOSED stored_length was called after its library, strings, had been closed",
  ],
  [
    'strings.callback({ parameters: ["i32", Point], result: "void" }, () => {})',
    'TypeError undefined callback(definition, fn): parameter 2 cannot be a struct by value; declare it "pointer", let C pass an address, and read it with PointerView.getStruct',
  ],
  [
    'strings.callback({ parameters: ["int"], result: "void" }, () => {})',
    'TypeError undefined callback(definition, fn): parameter 1 cannot be "int"',
  ],
  [
    'strings.callback({ parameters: [], result: "void" }, null)',
    "TypeError undefined callback(definition, fn) takes a function, got null",
  ],
  ["add(1)", "TypeError undefined add_i32 takes 2 arguments (left, right), got 1"],
  ["add(1, 2, 3)", "TypeError undefined add_i32 takes 2 arguments (left, right), got 3"],
  ["add(1, 2 ** 31)", "FfiFault FFI019 FFI019: A number does not fit its C type (in add_i32)"],
  ["add(1.5, 1)", "FfiFault FFI019 FFI019: A number does not fit its C type (in add_i32)"],
  ['add(1, "2")', 'TypeError undefined add_i32: argument 2 (right) must be a number, got a string "2"'],
  [
    'dlopen("strings", { malloc: { result: "pointer" } })',
    "TypeError undefined dlopen: malloc must be { parameters: […], result: … }, got an object with result",
  ],
  ['dlopen("strings")', "TypeError undefined dlopen(library, symbols) takes a table of functions, got undefined"],
  ['struct({ x: "int" })', 'TypeError undefined struct(fields): field x has no such type: a string "int"'],
  ["view.getInt8(0.5)", "TypeError undefined PointerView: offset must be a whole number of bytes, got number 0.5"],
  ['view.setInt8(0, "x")', 'TypeError undefined setInt8(value) must be a number, got a string "x"'],
  ["view.setInt8(0, 300)", "FfiFault FFI019 FFI019: A number does not fit its C type (in setInt8(value))"],
  ["view.setPointer(0, 5)", "TypeError undefined setPointer(value) must be a Pointer, got number 5"],
  ["view.getStruct({})", "TypeError undefined getStruct(type) takes what struct({ … }) gives, got an empty object"],
  ['view.getArray("u7", 1)', 'TypeError undefined getArray(type) takes the type of an element, got a string "u7"'],
  ['view.getArray("f64", 1, 1)', 'RangeError undefined getArray("f64"): the address 0x… is no multiple of 8'],
  [
    "view.copyInto([])",
    "TypeError undefined copyInto(destination) takes a typed array or a DataView, got an object of class Array",
  ],
  [
    "new PointerView(text.pointer, -1)",
    "TypeError undefined PointerView(byteLength) takes a whole number of bytes from 0, got number -1",
  ],
  ["closed.alloc(1)", "ClosedError FFI_CLOSED alloc was called after its library, strings, had been closed"],
  ["malloc(-1)", "FfiFault FFI019 FFI019: A number does not fit its C type (in malloc)"],
  [
    "new PointerView(null)",
    "FfiFault FFI001 FFI001: A null pointer was used as if it pointed at memory (in PointerView)",
  ],
];

const PROGRAM = `// @ts-nocheck
import { array, dlopen, PointerView, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
const Trio = struct({ three: array("i16", 3) });
const table = { stored_length: { parameters: [], result: "usize" } };
const closed = dlopen("strings", table);
closed.close();
using structs = dlopen("structs", { calculate_distance: { parameters: [Point, Point], result: "f64" } });
const distance = structs.symbols.calculate_distance;
using kernels = dlopen("kernels", { add_i32: { parameters: ["i32", "i32"], result: "i32" } });
const add = kernels.symbols.add_i32;
using strings = dlopen("strings", {
  ...table,
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
});
const { set_name, stored_length, malloc } = strings.symbols;
using text = strings.cstring("Ada Lovelace");
using bytes = strings.alloc(2);
const view = new PointerView(text.pointer);
new PointerView(bytes.pointer).getArray("u8", 2).set([0xff, 0]);
const tries = [${CASES.map(([what]) => `() => ${what}`).join(",\n")}];
for (const attempt of tries) {
  try {
    attempt();
    console.log("nothing was thrown");
  } catch (error) {
    console.log(error.name, String(error.code), error.message.replace(/0x[0-9a-f]+/, "0x…"));
  }
}
`;

const BUILDS = ["checked", "fast"] as const;
test.each(BUILDS)(
  "each error says what it is, and its message where and what: %s",
  { timeout: 30_000 },
  async (build) => {
    const outcome = await runProgram(PROGRAM, { build });
    if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
    const { report } = outcome;
    expect(report.error).toBe(null);
    expect(report.console.map((line) => line.text)).toEqual(CASES.map(([, thrown]) => thrown));
  },
);
