import type { AnyTypedArray } from "../../ffi/memory/typed-array.ts";
import { CheckedArray, plain, targetOf, type Element } from "./checked-array.ts";
import { position } from "./host.ts";
import { kindOf } from "./typed-arrays.ts";

type Callback = (element: Element, index: number, array: unknown) => unknown;

/** The elements of what `set` is given, of the array's own type. Read once, from a typed array, an array or anything like one. */
function elementsOf(target: CheckedArray, source: unknown): AnyTypedArray {
  const own = plain(source);
  const list = kindOf(own) !== undefined ? (own as AnyTypedArray) : Array.from(own as ArrayLike<unknown>);
  const elements = target.empty(list.length);
  for (let i = 0; i < list.length; i += 1) (elements as unknown as unknown[])[i] = list[i];
  return elements;
}

/** Methods of typed arrays that read everything and keep nothing: they work on a copy. */
export const READING = [
  ..."join indexOf lastIndexOf includes at slice toString toLocaleString toReversed toSorted with".split(" "),
] as const;
/** Those that call a function of the program for each element: C's memory may be another one after each. */
export const METHODS = {
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
export function at<T>(span: number, act: () => T): T {
  const before = position.span;
  position.span = span;
  try {
    return act();
  } finally {
    position.span = before;
  }
}

/** Walks an array, and reads each element when it is asked for. What walks it stands where it began to. */
export class ArrayIterator {
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
