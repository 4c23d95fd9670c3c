import { ARRAY_CLASSES, classOf, isTypedArray, ofTypedArrays, realLength, type AnyTypedArray } from "./typed-array.ts";
import { ViewIterator, type Yields } from "./view-iterator.ts";
import { checkView, copyOf, originOf, type Act, type Origin } from "./view-origin.ts";

export type Method = (this: unknown, ...args: unknown[]) => unknown;

const { apply } = Reflect;

/** Methods of typed arrays that write, by name; the others read. */
const WRITERS = new Set<PropertyKey>(["set", "fill", "copyWithin", "sort", "reverse"]);

/** Methods that call the program for each element: when they end before the last one, and where they are told its index. */
const CALLERS: Readonly<Record<string, { readonly endsWith?: boolean; readonly index: number; readonly back?: true }>> =
  {
    forEach: { index: 1 },
    map: { index: 1 },
    filter: { index: 1 },
    every: { index: 1, endsWith: false },
    some: { index: 1, endsWith: true },
    find: { index: 1, endsWith: true },
    findIndex: { index: 1, endsWith: true },
    findLast: { index: 1, endsWith: true, back: true },
    findLastIndex: { index: 1, endsWith: true, back: true },
    reduce: { index: 2 },
    reduceRight: { index: 2, back: true },
  };

type Kind = "number" | "element" | "text" | "any";

/** What methods make of their arguments. To make a number of an object calls the program, which must not be after the check. */
const TAKEN: Readonly<Record<string, readonly Kind[]>> = {
  at: ["number"],
  copyWithin: ["number", "number", "number"],
  fill: ["element", "number", "number"],
  includes: ["any", "number"],
  indexOf: ["any", "number"],
  join: ["text"],
  lastIndexOf: ["any", "number"],
  slice: ["number", "number"],
  subarray: ["number", "number"],
  with: ["number", "element"],
};

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** An argument as the engine will take it, for one that it would have to ask. */
export function taken(kind: Kind, value: unknown, view: unknown): unknown {
  if (!isObject(value) || kind === "any") return value;
  if (kind === "text") return String(value);
  const isBig = kind === "element" && BIG.has(classOf(view));
  return isBig ? BigInt.asIntN(64, value as unknown as bigint) : Number(value);
}

const BIG = new Set<unknown>([ARRAY_CLASSES.get("BigInt64Array"), ARRAY_CLASSES.get("BigUint64Array")]);

/** Makes a part of a view a view as well. */
export type DressPart = (part: unknown, whole: AnyTypedArray, origin: Origin) => void;

/**
 * The methods of typed arrays as a view has them: each looks at the view before it uses it, and again whenever it has
 * called the program in between. On what is no view they are the engine's own.
 */
export function methodsOfViews(dressPart: DressPart): ReadonlyMap<PropertyKey, Method> {
  const methods = new Map<PropertyKey, Method>();
  for (const key of Reflect.ownKeys(ofTypedArrays)) {
    const native = Object.getOwnPropertyDescriptor(ofTypedArrays, key)?.value as unknown;
    if (typeof native === "function" && key !== "constructor") methods.set(key, named(key, native as Method));
  }
  const nativeSubarray = methods.get("subarray")!;
  methods.set(
    "subarray",
    named("subarray", function (this: unknown, ...args) {
      const part = apply(nativeSubarray, this, args);
      const origin = originOf(this);
      if (origin) dressPart(part, this as AnyTypedArray, origin);
      return part;
    }),
  );
  return methods;
}

/** A function that is called as what it stands for. */
function named(key: PropertyKey, native: Method): Method {
  const method = checked(key, native);
  return Object.defineProperties(method, {
    name: { value: native.name, configurable: true },
    length: { value: native.length, configurable: true },
  });
}

function checked(key: PropertyKey, native: Method): Method {
  if (key === Symbol.iterator) return walk(native, "values", true);
  if (key === "keys" || key === "values" || key === "entries") return walk(native, key, false);
  if (key === "set") return setter(native);
  if (key === "sort") return sorter(native);
  if (typeof key === "string" && Object.hasOwn(CALLERS, key)) return caller(key, native);
  const kinds = typeof key === "string" && Object.hasOwn(TAKEN, key) ? TAKEN[key]! : [];
  const act: Act = WRITERS.has(key) ? "write" : "read";
  return function (...args) {
    const origin = originOf(this);
    if (origin === undefined) return apply(native, this, args);
    const { span } = origin.space.runtime;
    const known = args.map((value, i) => taken(kinds[i] ?? "any", value, this));
    if (act === "write") return writeBy(native, this, origin, known, span);
    origin.admits(act, span);
    return apply(native, this, known);
  };
}

/** A write that must not be is not carried out; of memory that is there no more the engine says so itself. */
function writeBy(native: Method, view: unknown, origin: Origin, args: readonly unknown[], span: number): unknown {
  if (!origin.admits("write", span) && !origin.isDetached) return native.name === "set" ? undefined : view;
  const result = apply(native, view, args);
  origin.cut?.flush();
  return result;
}

/** `isWalked`: it is made by what walks it, unless the program calls for it. */
function walk(native: Method, yields: Yields, isWalked: boolean): Method {
  return function () {
    const origin = originOf(this);
    if (!origin?.admits("read")) return apply(native, this, []);
    const iterator = new ViewIterator(this as AnyTypedArray, origin, yields);
    return isWalked ? iterator[Symbol.iterator]() : iterator;
  };
}

function caller(key: string, native: Method): Method {
  const { index, endsWith, back } = CALLERS[key]!;
  return function (...args) {
    const origin = originOf(this);
    const [callback, ...more] = args;
    if (origin === undefined || typeof callback !== "function") return apply(native, this, args);
    origin.admits("read");
    const { span } = origin.space.runtime;
    const last = back ? 0 : realLength(this as AnyTypedArray) - 1;
    const watched = function (this: unknown, ...each: unknown[]): unknown {
      const result = apply(callback as Method, this, each);
      if (each[index] !== last && Boolean(result) !== endsWith) origin.admits("read", span);
      return result;
    };
    return apply(native, this, [watched, ...more]);
  };
}

function sorter(native: Method): Method {
  const { set } = ofTypedArrays as { readonly set: Method };
  return function (...args) {
    const origin = originOf(this);
    if (origin === undefined) return apply(native, this, args);
    const [compare] = args;
    const { span } = origin.space.runtime;
    if (typeof compare !== "function") return writeBy(native, this, origin, args, span);
    if (!origin.admits("write")) return origin.isDetached ? apply(native, this, args) : this;
    const sorted = copyOf(this as AnyTypedArray);
    apply(native, sorted, args);
    writeBy(set, this, origin, [sorted], span);
    return this;
  };
}

function setter(native: Method): Method {
  return function (...args) {
    const origin = originOf(this);
    if (origin === undefined) return apply(native, this, args);
    const [source, offset] = args;
    const { span } = origin.space.runtime;
    const from = isTypedArray(source) || !isObject(source) ? source : elementsOf(native, this as AnyTypedArray, source);
    const at = taken("number", offset, this);
    checkView(source, "read", span);
    return writeBy(native, this, origin, [from, at], span);
  };
}

/** What a list has, once: it may have getters. A list longer than the view is given as its length, for the engine to refuse. */
function elementsOf(native: Method, view: AnyTypedArray, source: object): unknown {
  const length = Math.min(Math.max(0, Math.trunc(Number((source as { length?: unknown }).length)) || 0), 2 ** 53 - 1);
  if (length > realLength(view)) return { length };
  const Class = classOf(view)!;
  const elements = new Class(length);
  apply(native, elements, [source]);
  return elements;
}
