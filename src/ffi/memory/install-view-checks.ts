import { ARRAY_CLASSES, classOf, ofTypedArrays } from "./typed-array.ts";
import { adoptView } from "./view-array.ts";
import { taken, type Method } from "./view-methods.ts";
import { checkView, originOf, type Act } from "./view-origin.ts";
import { VIEW_METHODS } from "./view-prototypes.ts";

const { apply, ownKeys } = Reflect;
const { isArray } = Array;

/** Makes an iterator: a plain array's stays the engine's own, which is many times faster. A view has one of its own kind. */
const ITERATORS = new Set<PropertyKey>(["keys", "values", "entries", Symbol.iterator]);

/**
 * Makes the engine's own functions look at a view that they are given, before they use it. Element accesses are the
 * compiled program's part, a view's own methods are its prototype's; what is made for lists of any kind asks a view for its
 * length, and needs nothing here. For a scope that serves one program and nothing else.
 */
export function installViewChecks(): void {
  for (const [key, checked] of VIEW_METHODS) {
    if (ITERATORS.has(key)) continue;
    replace(ofTypedArrays, key, (native, self, args) => {
      if (originOf(self) !== undefined) return apply(checked, self, args);
      if (key === "set") checkView(args[0], "read");
      return apply(native, self, args);
    });
  }
  replace(TextDecoder.prototype, "decode", (native, self, args) => {
    const [input, options] = args;
    // The options may have a getter, which is to be called before the check.
    const known =
      typeof options === "object" && options !== null
        ? { stream: "stream" in options && Boolean(options.stream) }
        : options;
    checkView(input, "read");
    return apply(native, self, args.length < 2 ? args : [input, known]);
  });
  replace(TextEncoder.prototype, "encodeInto", (native, self, [source, into, ...more]) => {
    const text = typeof source === "object" || typeof source === "function" ? String(source) : source;
    if (!checkView(into, "write") && !originOf(into)?.isDetached) return { read: 0, written: 0 };
    return flushed(into, apply(native, self, [text, into, ...more]));
  });
  reads(globalThis, "structuredClone");
  reads(JSON, "stringify");
  for (const key of ["values", "entries", "getOwnPropertyDescriptors"]) reads(Object, key);
  replace(Object, "assign", (native, self, args) => {
    for (const source of args.slice(1)) checkView(source, "read");
    return checkView(args[0], "write") ? flushed(args[0], apply(native, self, args)) : args[0];
  });
  installReflection();
  installAtomics();
  const { crypto } = globalThis as { readonly crypto?: object };
  if (crypto) {
    replace(Object.getPrototypeOf(crypto) as object, "getRandomValues", (native, self, args) =>
      checkView(args[0], "write") || originOf(args[0])?.isDetached
        ? flushed(args[0], apply(native, self, args))
        : args[0],
    );
  }
}

function reads(holder: object, key: string): void {
  replace(holder, key, (native, self, args) => {
    checkView(args[0], "read");
    return apply(native, self, args);
  });
}

function installReflection(): void {
  elements(Reflect, "get", "read", undefined);
  elements(Reflect, "getOwnPropertyDescriptor", "read", undefined);
  elements(Object, "getOwnPropertyDescriptor", "read", undefined);
  elements(Reflect, "set", "write", true);
  elements(Reflect, "defineProperty", "write", true);
  elements(Object, "defineProperty", "write", "view");
  replace(Object, "defineProperties", (native, self, args) =>
    checkView(args[0], "write") ? flushed(args[0], apply(native, self, args)) : args[0],
  );
  replace(Reflect, "apply", (native, self, args) => {
    checkView(args[2], "read");
    return apply(native, self, args);
  });
  const constructors = new Set<unknown>([...ARRAY_CLASSES.values(), DataView]);
  replace(Reflect, "construct", (native, self, args) => {
    const list = args[1];
    if (constructors.has(args[0]) && isArray(list) && list.length === 1) checkView(list[0], "read");
    return adoptView(apply(native, self, args));
  });
}

/** For a function that takes an object and a key: whether the key is that of an element decides. `refused` is its result then. */
function elements(holder: object, name: string, act: Act, refused: true | "view" | undefined): void {
  replace(holder, name, (native, self, args) => {
    const [view, key, ...more] = args;
    if (originOf(view) === undefined) return apply(native, self, args);
    const known = ownKeys({ [key as PropertyKey]: 0 })[0];
    if (!isIndex(known)) return apply(native, self, [view, known, ...more]);
    const mayBe = checkView(view, act);
    if (!mayBe && act === "write") return refused === "view" ? view : refused;
    return flushed(view, apply(native, self, [view, known, ...more]));
  });
}

const isIndex = (key: unknown): boolean => typeof key === "string" && /^(0|[1-9]\d*)$/.test(key);

function installAtomics(): void {
  const READERS = new Set(["load", "wait", "waitAsync", "notify"]);
  for (const key of Object.getOwnPropertyNames(Atomics)) {
    if (key === "isLockFree" || key === "pause") continue;
    replace(Atomics, key, (native, self, [view, index, ...more]) => {
      if (originOf(view) === undefined) return apply(native, self, [view, index, ...more]);
      const known = [taken("number", index, view), ...more.map((value) => taken("element", value, view))];
      const mayBe = checkView(view, READERS.has(key) ? "read" : "write");
      if (!mayBe && !READERS.has(key)) return BigInts.has(classOf(view)) ? 0n : 0;
      return flushed(view, apply(native, self, [view, ...known]));
    });
  }
}

const BigInts = new Set<unknown>([ARRAY_CLASSES.get("BigInt64Array"), ARRAY_CLASSES.get("BigUint64Array")]);

/** A result of what may have written a view. */
function flushed<T>(view: unknown, result: T): T {
  originOf(view)?.cut?.flush();
  return result;
}

/** Puts a function in the place of one of the engine's, which it is given each time: it looks the same from outside. */
function replace(
  holder: object,
  key: PropertyKey,
  act: (native: Method, self: unknown, args: unknown[]) => unknown,
): void {
  const known = Object.getOwnPropertyDescriptor(holder, key);
  const native = known?.value as unknown;
  if (!known || typeof native !== "function") return;
  // A method, because no constructor is called by it.
  const { replaced } = {
    replaced(this: unknown, ...args: unknown[]): unknown {
      return act(native as Method, this, args);
    },
  };
  Object.defineProperty(replaced, "name", { value: native.name, configurable: true });
  Object.defineProperty(replaced, "length", { value: native.length, configurable: true });
  Object.defineProperty(holder, key, { ...known, value: replaced });
}
