/** What a program tries, to make a report say something else than what it did. Each is one line of statements. */
export interface Attack {
  readonly name: string;
  readonly code: string;
}

const attempt = (name: string, ...statements: string[]): Attack => ({
  name,
  code: statements.map((one) => `try { ${one} } catch {}`).join(" "),
});

export const ATTACKS: readonly Attack[] = [
  attempt("methods of arrays", "Array.prototype.push = () => 0;", "Array.prototype.at = () => undefined;"),
  attempt("every test of a list fails", "Array.prototype.every = () => false;", "Array.prototype.some = () => true;"),
  attempt("a setter for an element", 'Object.defineProperty(Array.prototype, "0", { set() {}, get: () => 0 });'),
  attempt("iterators of arrays", "Array.prototype[Symbol.iterator] = function* () {};"),
  attempt("what an iterator's next is", "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });"),
  attempt(
    "look-ups in maps",
    "Map.prototype.get = () => undefined;",
    "Map.prototype.set = function () { return this; };",
  ),
  attempt("look-ups in sets", "Set.prototype.has = () => true;", "Set.prototype.add = function () { return this; };"),
  attempt("look-ups of views", "WeakMap.prototype.get = () => undefined;", "WeakMap.prototype.has = () => false;"),
  attempt(
    "columns of the trace",
    "Object.getPrototypeOf(Uint8Array.prototype).slice = function () { return new this.constructor(4096); };",
    "Object.getPrototypeOf(Uint8Array.prototype).set = () => {};",
    "Object.getPrototypeOf(Uint8Array.prototype).subarray = () => new Uint8Array(4);",
  ),
  attempt(
    "lengths of typed arrays",
    'Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), "length", { get: () => 0 });',
    'Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), "byteLength", { get: () => 0 });',
  ),
  attempt("views of memory", "DataView.prototype.getUint8 = () => 7;", "DataView.prototype.getInt32 = () => 7;"),
  attempt("calling and applying", "Function.prototype.call = () => 0;", "Function.prototype.apply = () => 0;"),
  attempt("binding", "Function.prototype.bind = function () { return () => 0; };"),
  attempt("JSON of a fault", "JSON.stringify = () => '{}';", "Object.prototype.toJSON = () => ({ act: 'end' });"),
  attempt("JSON of every string", "String.prototype.toJSON = () => 'x';", "Number.prototype.toJSON = () => 1;"),
  attempt(
    "properties that nobody set",
    "Object.prototype.span = 1;",
    "Object.prototype.cLocation = 1;",
    "Object.prototype.moved = true;",
  ),
  attempt(
    "setters that catch what is assigned",
    'Object.defineProperty(Object.prototype, "freed", { set() {}, get: () => false });',
    'Object.defineProperty(Object.prototype, "kind", { set() {}, get: () => 0 });',
  ),
  attempt(
    "the globals themselves",
    "globalThis.Uint8Array = class {};",
    "globalThis.JSON = { stringify: () => '{}' };",
  ),
  attempt("more globals", "globalThis.Map = class {};", "globalThis.Number = { isInteger: () => true };"),
  attempt("numbers", "Number.isInteger = () => true;", "Math.max = () => 0;", "BigInt.asUintN = () => 0n;"),
  attempt(
    "properties of objects",
    "Object.entries = () => [];",
    "Object.defineProperty = () => {};",
    "Object.freeze = (x) => x;",
  ),
  attempt(
    "reflection",
    "Reflect.ownKeys = () => [];",
    "Reflect.apply = () => 0;",
    "Reflect.deleteProperty = () => true;",
  ),
  attempt(
    "promises",
    "Promise.prototype.then = function () { return this; };",
    "Promise.race = () => new Promise(() => {});",
  ),
  attempt("time", "performance.now = () => NaN;", "Object.getPrototypeOf(performance).now = () => NaN;"),
  attempt("timers", "globalThis.setTimeout = () => 0;", "globalThis.clearTimeout = () => 0;"),
  attempt("posting", "globalThis.postMessage = () => {};", "MessagePort.prototype.postMessage = () => {};"),
  attempt(
    "reading text",
    "TextDecoder.prototype.decode = () => 'forged';",
    "TextEncoder.prototype.encode = () => new Uint8Array(1);",
  ),
  attempt(
    "texts",
    "String.prototype.indexOf = () => -1;",
    "String.prototype.slice = () => '';",
    "String.prototype.replace = () => '';",
  ),
  attempt("patterns", "RegExp.prototype.exec = () => null;", "RegExp.prototype[Symbol.replace] = () => '';"),
  attempt("tests of instances", "Object.defineProperty(Error, Symbol.hasInstance, { value: () => false });"),
  attempt("errors", "Error.prepareStackTrace = () => 'ffi-program.js:1:1';", "Error.captureStackTrace = () => {};"),
  attempt(
    "WebAssembly",
    "WebAssembly.Instance = class {};",
    "Object.defineProperty(WebAssembly.Memory.prototype, 'buffer', { get: () => new ArrayBuffer(8) });",
  ),
  attempt(
    "the class of a pointer",
    "const P = Object.getPrototypeOf(lib.symbols.malloc).constructor && got.constructor; P.block = () => null; P.is = () => true;",
    "got.constructor.space(got).runtime.trace.event = () => 0;",
    "Object.getPrototypeOf(got).constructor.space(got).closed = true;",
  ),
  attempt(
    "the classes of what has to be released",
    "const A = lib.alloc(1); A[Symbol.dispose](); new A.constructor(got, 8)[Symbol.dispose]();",
    "const B = Object.getPrototypeOf(lib.callback({ parameters: [], result: 'void' }, () => {})); B[Symbol.dispose] = () => {};",
  ),
  attempt(
    "where a scope ends",
    "for (const key of Object.getOwnPropertySymbols(Object.getPrototypeOf(lib.alloc))) lib.alloc[key](1);",
  ),
  attempt(
    "the prototype of everything",
    "Object.setPrototypeOf(Object.prototype, { location: 1 });",
    "Object.setPrototypeOf(Array.prototype, null);",
  ),
  attempt("the runner's global", 'globalThis["__" + "ffi"].trace.event(16, 0, 0, 0, 0);'),
];

/**
 * A program with a line to fill, `got` a live pointer there: it uses memory after its release, hands a number over that
 * does not fit, leaves a block behind and prints two lines.
 */
export const programWith = (code: string): string => `import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
});
console.log("before");
const got: any = lib.symbols.malloc(8);
${code}
const bytes = new PointerView(got).getArray("u8", 8);
lib.symbols.memset(got, 5, 8);
lib.symbols.free(got);
console.log("element", bytes[0]);
new PointerView(got).getUint8(0);
const left = lib.symbols.malloc(24);
lib.symbols.memset(left, 1, 25);
try {
  lib.symbols.memset(left, 2 ** 40, 1);
} catch {
  console.log("does not fit");
}
`;
