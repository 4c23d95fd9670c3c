import { arrayClass, ARRAY_TYPES, type AnyTypedArray, type ArrayType } from "../../ffi/memory/typed-array.ts";
import { Operation, type ArrayShape } from "../operations.ts";
import { ask, position } from "./host.ts";
import { bytesOf, kindOf } from "./typed-arrays.ts";
import { sendScalar, type Sent } from "./values.ts";

type Element = number | bigint;

type MadeOf = new (of: number | ArrayBuffer) => AnyTypedArray;
const classFor = (type: string): MadeOf => arrayClass(type as ArrayType) as unknown as MadeOf;

/** What stands behind each array that the program has. */
const handles = new WeakMap<object, number>();

/** The handle of an array over C's memory; undefined for anything else. */
export const arrayHandle = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null ? handles.get(value) : undefined;

/** An index as properties are named: `"0"`, `"17"`; null for every other name. */
function indexOf(key: string | symbol): number | null {
  if (typeof key === "symbol" || key === "") return null;
  const index = Number(key);
  return String(index) === key ? index : null;
}

/** Every property of an array that is an element is C's: each look at one asks the host. */
const traps: ProxyHandler<CheckedArray> = {
  getPrototypeOf: (target) => prototypeOf(target),
  // As the open engine's arrays over C's memory are.
  setPrototypeOf: () => false,
  preventExtensions: () => false,
  get(target, key, receiver) {
    const index = indexOf(key);
    return index === null ? (Reflect.get(prototypeOf(target), key, receiver) as unknown) : target.read(index);
  },
  set(target, key, value) {
    const index = indexOf(key);
    if (index !== null) target.write(index, value);
    return index !== null;
  },
  has(target, key) {
    const index = indexOf(key);
    return index === null ? Reflect.has(prototypeOf(target), key) : target.isIndex(index);
  },
  ownKeys: (target) => Array.from({ length: target.size() }, (_, index) => String(index)),
  getOwnPropertyDescriptor(target, key) {
    const index = indexOf(key);
    if (index === null || !target.isIndex(index)) return undefined;
    return { value: target.read(index), writable: true, enumerable: true, configurable: true };
  },
  defineProperty(target, key, descriptor) {
    const index = indexOf(key);
    if (index === null || !target.isIndex(index) || !("value" in descriptor)) return false;
    target.write(index, descriptor.value);
    return true;
  },
  deleteProperty: (_target, key) => indexOf(key) === null,
};

type Callback = (element: Element, index: number, array: unknown) => unknown;

/**
 * A zero-copy array inside the seal: it behaves as the typed array that the program's `getArray` names, but has no memory. Each
 * access asks the host, which checks it and makes it; a method that reads everything asks once for a copy.
 */
export class CheckedArray {
  readonly #handle: number;
  readonly #shape: ArrayShape;

  private constructor(handle: number) {
    this.#handle = handle;
    this.#shape = JSON.parse(ask(Operation.ArrayDescribe, handle) as string) as ArrayShape;
  }

  /** The array with this handle, as the program gets it. */
  static made(handle: number): CheckedArray {
    const target = new CheckedArray(handle);
    const array = new Proxy(target, traps);
    handles.set(array, handle);
    targets.set(array, target);
    return array;
  }

  // What the traps call, by the target, where a program cannot get.

  /** Elements that it was made with: no access. */
  size(): number {
    return this.#shape.length;
  }
  isIndex(index: number): boolean {
    return Number.isInteger(index) && !Object.is(index, -0) && index >= 0 && index < this.#shape.length;
  }
  read(index: number): Element | undefined {
    const value = ask(Operation.ArrayGet, this.#handle, index) as Element | undefined;
    return this.#shape.type === "u64" && value !== undefined ? BigInt.asUintN(64, value as bigint) : value;
  }
  write(index: number, value: unknown): void {
    ask(Operation.ArraySet, this.#handle, index, this.#element(value));
  }
  look(act: "read" | "write"): boolean {
    return ask(Operation.ArrayLook, this.#handle, act) === true;
  }
  length(): number {
    return ask(Operation.ArrayLength, this.#handle) as number;
  }
  get type(): string {
    return this.#shape.type;
  }
  get start(): number {
    return this.#shape.byteOffset;
  }
  copy(): AnyTypedArray {
    const bytes = ask(Operation.ArrayCopy, this.#handle) as Uint8Array<ArrayBuffer>;
    return this.#over(bytes);
  }
  writeAll(elements: AnyTypedArray, at: number): void {
    ask(Operation.ArrayWrite, this.#handle, bytesOf(elements)!, at);
  }
  method(name: string, args: readonly unknown[]): unknown {
    return ask(Operation.ArrayMethod, this.#handle, name, ...args.map((value) => sendScalar(value)));
  }
  /** An element as the array would store it: a program's object may be asked for its number, once. */
  #element(value: unknown): Sent {
    if (this.#shape.type === "i64" || this.#shape.type === "u64") {
      return BigInt.asIntN(64, typeof value === "bigint" ? value : BigInt(value as string));
    }
    return typeof value === "number" ? value : Number(value);
  }
  element(value: unknown): Sent {
    return this.#element(value);
  }
  #over(bytes: Uint8Array<ArrayBuffer>): AnyTypedArray {
    return new (classFor(this.#shape.type))(bytes.buffer);
  }
  empty(length: number): AnyTypedArray {
    return new (classFor(this.#shape.type))(length);
  }
}

/** The target behind an array: its methods are called with the array itself. */
const targets = new WeakMap<object, CheckedArray>();

function targetOf(array: unknown): CheckedArray {
  const target = typeof array === "object" && array !== null ? targets.get(array) : undefined;
  if (!target) throw new TypeError("this is not a typed array.");
  return target;
}

/** A copy of an array over C's memory, for what reads all of it; other values as they are. */
export const plain = (value: unknown): unknown => {
  const target = typeof value === "object" && value !== null ? targets.get(value) : undefined;
  return target ? target.copy() : value;
};

/** The elements of what `set` is given, of the array's own type. Read once, from a typed array, an array or anything like one. */
function elementsOf(target: CheckedArray, source: unknown): AnyTypedArray {
  const own = plain(source);
  const list = kindOf(own) !== undefined ? (own as AnyTypedArray) : Array.from(own as ArrayLike<unknown>);
  const elements = target.empty(list.length);
  for (let i = 0; i < list.length; i += 1) (elements as unknown as unknown[])[i] = list[i];
  return elements;
}

/** Methods of typed arrays that read everything and keep nothing: they work on a copy. */
const READING = [
  ..."join indexOf lastIndexOf includes at slice toString toLocaleString toReversed toSorted with".split(" "),
] as const;
/** Those that call a function of the program for each element: C's memory may be another one after each. */
const own = {
  forEach(this: unknown, act: Callback, self?: unknown): void {
    each(this, act, self, () => false);
  },
  map(this: unknown, act: Callback, self?: unknown): unknown {
    const made = targetOf(this).empty(targetOf(this).length());
    each(this, act, self, (result, index) => {
      (made as unknown as unknown[])[index] = result;
      return false;
    });
    return made;
  },
  filter(this: unknown, act: Callback, self?: unknown): unknown {
    const kept: Element[] = [];
    each(this, act, self, (result, _index, element) => {
      if (result) kept.push(element);
      return false;
    });
    const made = targetOf(this).empty(kept.length);
    for (let i = 0; i < kept.length; i += 1) (made as unknown as unknown[])[i] = kept[i];
    return made;
  },
  some(this: unknown, act: Callback, self?: unknown): boolean {
    let found = false;
    each(this, act, self, (result) => (found ||= Boolean(result)));
    return found;
  },
  every(this: unknown, act: Callback, self?: unknown): boolean {
    let failed = false;
    each(this, act, self, (result) => (failed ||= !result));
    return !failed;
  },
  find(this: unknown, act: Callback, self?: unknown): Element | undefined {
    return search(this, act, self, false).element;
  },
  findIndex(this: unknown, act: Callback, self?: unknown): number {
    return search(this, act, self, false).index;
  },
  findLast(this: unknown, act: Callback, self?: unknown): Element | undefined {
    return search(this, act, self, true).element;
  },
  findLastIndex(this: unknown, act: Callback, self?: unknown): number {
    return search(this, act, self, true).index;
  },
  reduce(this: unknown, ...args: [reduce: (...of: unknown[]) => unknown, first?: unknown]): unknown {
    return fold(this, args, false);
  },
  reduceRight(this: unknown, ...args: [reduce: (...of: unknown[]) => unknown, first?: unknown]): unknown {
    return fold(this, args, true);
  },
  values(this: unknown): unknown {
    return new ArrayIterator(targetOf(this), (_index, element) => element);
  },
  keys(this: unknown): unknown {
    return new ArrayIterator(targetOf(this), (index) => index);
  },
  entries(this: unknown): unknown {
    return new ArrayIterator(targetOf(this), (index, element) => [index, element]);
  },
  set(this: unknown, source: unknown, start: unknown = 0): void {
    const target = targetOf(this);
    const { span } = position;
    const elements = elementsOf(target, source);
    const offset = Math.trunc(Number(start)) || 0;
    at(span, () => target.writeAll(elements, offset));
  },
  fill(this: unknown, value: unknown, ...range: unknown[]): unknown {
    const target = targetOf(this);
    const { span } = position;
    const args = [target.element(value), ...range.map(Number)];
    at(span, () => target.method("fill", args));
    return this;
  },
  copyWithin(this: unknown, ...range: unknown[]): unknown {
    const target = targetOf(this);
    const { span } = position;
    const args = range.map(Number);
    at(span, () => target.method("copyWithin", args));
    return this;
  },
  reverse(this: unknown): unknown {
    targetOf(this).method("reverse", []);
    return this;
  },
  sort(this: unknown, compare?: (one: unknown, other: unknown) => number): unknown {
    const target = targetOf(this);
    const { span } = position;
    if (compare === undefined) target.method("sort", []);
    else if (target.look("write")) {
      const sorted = (target.copy() as Uint8Array<ArrayBuffer>).sort(compare);
      at(span, () => target.writeAll(sorted, 0));
    }
    return this;
  },
  subarray(this: unknown, ...range: unknown[]): unknown {
    const target = targetOf(this);
    const { span } = position;
    const args = range.map((end) => (end === undefined ? end : Number(end)));
    return CheckedArray.made(at(span, () => target.method("subarray", args)) as number);
  },
};

function each(
  array: unknown,
  act: Callback,
  self: unknown,
  stop: (result: unknown, index: number, element: Element) => boolean,
): void {
  const target = targetOf(array);
  const { span } = position;
  const length = target.length();
  if (typeof act !== "function") throw new TypeError("not a function");
  for (let i = 0; i < length; i += 1) {
    const element = at(span, () => target.read(i)!);
    if (stop(Reflect.apply(act, self, [element, i, array]), i, element)) return;
  }
}

function search(
  array: unknown,
  act: Callback,
  self: unknown,
  last: boolean,
): { readonly index: number; readonly element: Element | undefined } {
  const target = targetOf(array);
  const { span } = position;
  const length = target.length();
  for (let n = 0; n < length; n += 1) {
    const index = last ? length - 1 - n : n;
    const element = at(span, () => target.read(index)!);
    if (Reflect.apply(act, self, [element, index, array])) return { index, element };
  }
  return { index: -1, element: undefined };
}

function fold(array: unknown, args: readonly unknown[], last: boolean): unknown {
  const target = targetOf(array);
  const { span } = position;
  const length = target.length();
  const [act, first] = args as [(...of: unknown[]) => unknown, unknown];
  if (args.length < 2 && length === 0) throw new TypeError("Reduce of empty array with no initial value");
  let value = args.length < 2 ? target.read(last ? length - 1 : 0) : first;
  for (let n = args.length < 2 ? 1 : 0; n < length; n += 1) {
    const index = last ? length - 1 - n : n;
    const element = at(span, () => target.read(index));
    value = act(value, element, index, array);
  }
  return value;
}

/** Does something as if the program stood at this place: where a method was called, though its callback has gone on since. */
function at<T>(span: number, act: () => T): T {
  const before = position.span;
  position.span = span;
  try {
    return act();
  } finally {
    position.span = before;
  }
}

/** Walks an array, and reads each element when it is asked for. What walks it stands where it began to. */
class ArrayIterator {
  #target: CheckedArray | null;
  #index = 0;
  readonly #yields: (index: number, element: Element) => unknown;
  #span: number | null = null;

  constructor(target: CheckedArray, yields: (index: number, element: Element) => unknown) {
    if (!target.look("read") && target.length() === 0 && target.size() > 0) {
      throw new TypeError("an array cannot be walked whose memory is another one by now");
    }
    this.#target = target;
    this.#yields = yields;
  }

  next(): IteratorResult<unknown, undefined> {
    const target = this.#target;
    const index = this.#index;
    if (target === null || index >= target.size()) {
      this.#target = null;
      return { value: undefined, done: true };
    }
    this.#index = index + 1;
    const isStepped = position.steppedAt !== 0 && position.steppedAt === position.span;
    const span = isStepped ? position.span : (this.#span ?? position.span);
    return { value: at(span, () => this.#yields(index, target.read(index)!)), done: false };
  }

  [Symbol.iterator](): this {
    this.#span = position.span;
    return this;
  }
}
Object.setPrototypeOf(ArrayIterator.prototype, Object.getPrototypeOf([].values()) as object);
Reflect.deleteProperty(ArrayIterator.prototype, "constructor");

/** A property that these arrays have and nothing else: to read it looks at the array, as a pattern does. */
export const LOOKED_AT = Symbol("view");

const define = (holder: object, key: PropertyKey, value: unknown): void => {
  Object.defineProperty(holder, key, { value, writable: true, configurable: true });
};

/** For each element type what its arrays inherit from, between them and the engine's own class. */
const prototypes = new Map<string, object>(
  ARRAY_TYPES.map((type) => [type, makePrototype(arrayClass(type).prototype)]),
);

const primitive = (key: string, value: object): unknown => (key === "join" ? String(value) : Number(value));

// The engine's own methods, called by name for one of these arrays, are these.
for (const key of [...READING, ...Object.keys(own)]) {
  const shared = Object.getPrototypeOf(Uint8Array.prototype) as Record<string, unknown>;
  const native = shared[key] as ((...args: unknown[]) => unknown) | undefined;
  if (typeof native !== "function") continue;
  const either = {
    [key](this: unknown, ...args: unknown[]): unknown {
      const target = typeof this === "object" && this !== null ? targets.get(this) : undefined;
      if (!target) return Reflect.apply(native, this, args);
      return Reflect.apply(Reflect.get(prototypeOf(target), key) as typeof native, this, args);
    },
  }[key]!;
  Object.defineProperty(either, "length", { value: native.length, configurable: true });
  define(shared, key, either);
}

function prototypeOf(target: CheckedArray): object {
  return prototypes.get(target.type)!;
}
function makePrototype(parent: object): object {
  const made = Object.create(parent) as object;
  const { name } = parent.constructor;
  for (const key of READING) {
    const method = Reflect.get(parent, key) as ((...args: unknown[]) => unknown) | undefined;
    if (typeof method !== "function") continue;
    define(made, key, function (this: unknown, ...args: unknown[]): unknown {
      const target = targetOf(this);
      const { span } = position;
      // To make a text or a number of an object calls the program, which must not be after the look.
      const known = args.map((value) => (typeof value === "object" && value !== null ? primitive(key, value) : value));
      return Reflect.apply(
        method,
        at(span, () => target.copy()),
        known,
      );
    });
  }
  for (const [key, method] of Object.entries(own)) define(made, key, method);
  define(made, Symbol.iterator, function (this: unknown): unknown {
    return (own.values.call(this) as ArrayIterator)[Symbol.iterator]();
  });
  Object.defineProperty(made, LOOKED_AT, {
    get(this: unknown) {
      targetOf(this).look("read");
    },
  });
  const getters: Record<string | symbol, (this: unknown) => unknown> = {
    length() {
      return targetOf(this).length();
    },
    byteLength() {
      const target = targetOf(this);
      return target.length() * target.empty(0).BYTES_PER_ELEMENT;
    },
    byteOffset() {
      return targetOf(this).start;
    },
    buffer() {
      throw new TypeError("an array of C's memory has no buffer in a sealed run: use the array, or copy from it");
    },
    [Symbol.toStringTag]: () => name,
  };
  for (const key of Reflect.ownKeys(getters)) {
    Object.defineProperty(made, key, { get: getters[key]!, configurable: true });
  }
  return made;
}
