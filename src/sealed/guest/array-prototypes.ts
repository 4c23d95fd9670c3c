import { arrayClass, ARRAY_TYPES } from "../../ffi/memory/typed-array.ts";
import { ArrayIterator, at, METHODS, READING } from "./array-methods.ts";
import { inheritFrom, targetOf, targets } from "./checked-array.ts";
import { position } from "./host.ts";

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
  for (const [key, method] of Object.entries(METHODS)) define(made, key, method);
  define(made, Symbol.iterator, function (this: unknown): unknown {
    return (METHODS.values.call(this) as ArrayIterator)[Symbol.iterator]();
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

inheritFrom((type) => prototypes.get(type)!);

// The engine's own methods, called by name for one of these arrays, are these.
for (const key of [...READING, ...Object.keys(METHODS)]) {
  const shared = Object.getPrototypeOf(Uint8Array.prototype) as Record<string, unknown>;
  const native = shared[key] as ((...args: unknown[]) => unknown) | undefined;
  if (typeof native !== "function") continue;
  const either = {
    [key](this: unknown, ...args: unknown[]): unknown {
      const target = typeof this === "object" && this !== null ? targets.get(this) : undefined;
      if (!target) return Reflect.apply(native, this, args);
      return Reflect.apply(Reflect.get(prototypes.get(target.type)!, key) as typeof native, this, args);
    },
  }[key]!;
  Object.defineProperty(either, "length", { value: native.length, configurable: true });
  define(shared, key, either);
}
