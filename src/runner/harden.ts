import { fixPrototype } from "../ffi/language/fix-prototype.ts";
import { LANGUAGE } from "./language.ts";

/** Beside the language, what the runtime reads and writes text with. */
const TEXT = ["TextEncoder", "TextDecoder"];

/** What a program may replace all the same: tests do, to have the same numbers every time. The runtime uses neither. */
const REPLACEABLE: readonly (readonly [string, string])[] = [
  ["Math", "random"],
  ["Date", "now"],
];

/**
 * Fixes the engine's own objects as they are: no property of `Array.prototype`, `JSON`, `Reflect` and so on can be
 * replaced, removed or added from here on, and no global of theirs can be given another value.
 *
 * The runtime and the program share these objects. A program that replaces `Array.prototype.push` or puts a setter for `"0"` on
 * it would otherwise decide what the runtime writes into the trace. To be called when everything the runtime itself
 * changes in them has been changed: `prepare-realm.ts`.
 *
 * @param scope the global object, of the realm this module is in.
 */
export function harden(scope: object): void {
  const globals = [...LANGUAGE, ...TEXT].filter((name) => Reflect.getOwnPropertyDescriptor(scope, name));
  const roots = globals.map((name) => (scope as Record<string, unknown>)[name]);
  const found = reachable([...roots, ...sampleValues()], scope);
  for (const holder of assignedOver(scope)) allowOwn(holder);
  const ofArrays = inheritedByArrays();
  for (const holder of found) {
    if (ofArrays.has(holder)) fixPrototype(holder);
    else fix(holder, scope);
  }
  for (const name of globals) keepBinding(scope, name);
}

/** Values whose prototypes no global names, though iterators and functions of every program lead to them. */
function sampleValues(): unknown[] {
  return [
    function* () {},
    async function () {},
    async function* () {},
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ""[Symbol.iterator](),
    "".matchAll(/a/g),
    new Uint8Array()[Symbol.iterator](),
  ];
}

/** The prototypes of arrays and typed arrays: how they are fixed decides how fast a program's elements are. */
function inheritedByArrays(): Set<object> {
  const prototypes = new Set<object>([Array.prototype]);
  for (const name of LANGUAGE) {
    const { prototype } = ((globalThis as Record<string, unknown>)[name] ?? {}) as { readonly prototype?: unknown };
    if (isObject(prototype) && "BYTES_PER_ELEMENT" in prototype) prototypes.add(prototype);
  }
  for (const prototype of prototypes) {
    const inherited = Object.getPrototypeOf(prototype) as object | null;
    if (inherited) prototypes.add(inherited);
  }
  return prototypes;
}

/** Everything that properties, accessors and prototypes of these lead to, themselves included. */
function reachable(roots: readonly unknown[], scope: object): Set<object> {
  const found = new Set<object>();
  const next = roots.filter(isObject);
  for (let value = next.pop(); value !== undefined; value = next.pop()) {
    if (value === scope || found.has(value)) continue;
    found.add(value);
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (prototype) next.push(prototype);
    for (const key of Reflect.ownKeys(value)) {
      const { value: inner, get, set } = Reflect.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
      next.push(...[inner, get, set].filter(isObject));
    }
  }
  return found;
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

function fix(holder: object, scope: object): void {
  const free = REPLACEABLE.flatMap(([name, key]) => (holder === (scope as Record<string, unknown>)[name] ? [key] : []));
  if (free.length === 0) {
    Object.freeze(holder);
    return;
  }
  for (const key of Reflect.ownKeys(holder)) {
    if (free.includes(key as string)) continue;
    const known = Reflect.getOwnPropertyDescriptor(holder, key);
    Reflect.defineProperty(holder, key, { configurable: false, ...(known && "value" in known && { writable: false }) });
  }
  Object.preventExtensions(holder);
}

/** The global keeps its value. A getter that makes it at its first use, as Node has some, has done so by now. */
function keepBinding(scope: object, name: string): void {
  const known = Reflect.getOwnPropertyDescriptor(scope, name);
  if (!known?.configurable) return;
  const value = (scope as Record<string, unknown>)[name];
  Reflect.defineProperty(scope, name, {
    value,
    configurable: false,
    enumerable: known.enumerable === true,
    writable: false,
  });
}

/** Prototypes whose properties programs assign over in their own objects: `error.name = …`, `Shape.prototype.toString = …`. */
function assignedOver(scope: object): object[] {
  const names = Object.getOwnPropertyNames(scope).filter((name) => /^(Object|Function|\w*Error)$/.test(name));
  return names.flatMap((name) => {
    const { prototype } = (scope as Record<string, { prototype?: object }>)[name] ?? {};
    return prototype ? [prototype] : [];
  });
}

/**
 * A property that cannot be written cannot be assigned in an object that inherits it either. As an accessor it can: the
 * object gets a property of its own, as it would have without any of this.
 */
function allowOwn(holder: object): void {
  for (const key of Reflect.ownKeys(holder)) {
    const known = Reflect.getOwnPropertyDescriptor(holder, key);
    if (!known?.configurable || !known.writable) continue;
    const value = known.value as unknown;
    Object.defineProperty(holder, key, {
      configurable: false,
      enumerable: known.enumerable === true,
      get: () => value,
      set(this: unknown, own: unknown) {
        if (!isObject(this) || this === holder) {
          throw new TypeError(`${String(key)} is the engine's own, which a program cannot replace`);
        }
        const made = { value: own, writable: true, enumerable: true, configurable: true };
        if (!Reflect.defineProperty(this, key, made)) throw new TypeError(`Cannot assign to ${String(key)}`);
      },
    });
  }
}
