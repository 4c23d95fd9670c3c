import { arrayClass, type AnyTypedArray, type ArrayType } from "../../ffi/memory/typed-array.ts";
import { Operation, type ArrayShape } from "../operations.ts";
import { ask } from "./host.ts";
import { bytesOf } from "./typed-arrays.ts";
import { sendScalar, type Sent } from "./values.ts";

export type Element = number | bigint;

type MadeOf = new (of: number | ArrayBuffer) => AnyTypedArray;
const classFor = (type: string): MadeOf => arrayClass(type as ArrayType) as unknown as MadeOf;

/** What the arrays of a type inherit from. `array-prototypes.ts` says it, whose methods are made for these arrays. */
let prototypeFor: (type: string) => object = () => Object.prototype;
export const inheritFrom = (find: (type: string) => object): void => void (prototypeFor = find);

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

const prototypeOf = (target: CheckedArray): object => prototypeFor(target.type);

/** The target behind an array: its methods are called with the array itself. */
export const targets = new WeakMap<object, CheckedArray>();

export function targetOf(array: unknown): CheckedArray {
  const target = typeof array === "object" && array !== null ? targets.get(array) : undefined;
  if (!target) throw new TypeError("this is not a typed array.");
  return target;
}

/** A copy of an array over C's memory, for what reads all of it; other values as they are. */
export const plain = (value: unknown): unknown => {
  const target = typeof value === "object" && value !== null ? targets.get(value) : undefined;
  return target ? target.copy() : value;
};
