import { fixPrototype } from "../language/fix-prototype.ts";
import { ARRAY_CLASSES, classOf, ofTypedArrays, type AnyTypedArray } from "./typed-array.ts";
import { methodsOfViews, taken, type Method } from "./view-methods.ts";
import { originOf, setOrigin, type Origin } from "./view-origin.ts";

const { apply, defineProperty, getPrototypeOf, setPrototypeOf } = Reflect;

/**
 * A property that views have and nothing else: to read it looks at the view. The compiled program reads it beside the
 * elements that a pattern such as `{ 0: first }` takes.
 */
export const LOOKED_AT = Symbol("view");

/** What views have in place of the engine's methods of typed arrays. */
export const VIEW_METHODS = methodsOfViews(dressPart);

/**
 * What is asked of a view besides its elements. Of memory that moved, all of them are 0. Whatever reads elements of any list,
 * as `Array.prototype.join` does, asks for the length first.
 */
const MEASURES = ["length", "byteLength", "byteOffset"];

/**
 * Views of C's memory inherit from a prototype of their own, one for each type of element, which inherits from the
 * engine's: a program's other arrays stay as they are, and as fast.
 */
const prototypes = new Map<object, object>();
for (const { prototype } of ARRAY_CLASSES.values()) prototypes.set(prototype, checkedPrototype(prototype));
prototypes.set(DataView.prototype, checkedDataView());

function checkedPrototype(engines: object): object {
  const made = Object.create(engines) as object;
  for (const [key, value] of VIEW_METHODS) defineProperty(made, key, { value });
  addMeasures(made, ofTypedArrays, MEASURES);
  addLook(made);
  fixPrototype(made);
  return made;
}

function addMeasures(made: object, engines: object, keys: readonly string[]): void {
  for (const key of keys) {
    const native = Object.getOwnPropertyDescriptor(engines, key)!.get as Method;
    const get = {
      get [key](): unknown {
        const origin = originOf(this);
        if (origin !== undefined && !origin.allows("read")) origin.admits("read");
        return apply(native, this, []);
      },
    };
    defineProperty(made, key, { ...Object.getOwnPropertyDescriptor(get, key), enumerable: false, configurable: false });
  }
}

function addLook(made: object): void {
  const get = function (this: unknown): undefined {
    originOf(this)?.admits("read");
  };
  defineProperty(made, LOOKED_AT, { get });
}

/** What a `DataView` of C's memory has instead of `DataView.prototype`: that one's are the runtime's own to use, too. */
function checkedDataView(): object {
  const made = Object.create(DataView.prototype) as object;
  for (const key of Object.getOwnPropertyNames(DataView.prototype)) {
    const act = /^(get|set)[A-Z]/.exec(key)?.[1];
    const native = act && (Object.getOwnPropertyDescriptor(DataView.prototype, key)?.value as Method);
    if (!native) continue;
    const method: Method = function (...args) {
      const origin = originOf(this);
      const known = args.map((value, i) => (i < 2 ? taken("number", value, this) : value));
      const mayBe = origin?.admits(act === "set" ? "write" : "read") ?? true;
      if (!mayBe && act === "set" && !origin?.isDetached) return undefined;
      const result = apply(native, this, known);
      if (act === "set") origin?.cut?.flush();
      return result;
    };
    const value = defineNames(method, native);
    defineProperty(made, key, { value });
  }
  addMeasures(made, DataView.prototype, ["byteLength", "byteOffset"]);
  addLook(made);
  fixPrototype(made);
  return made;
}

function defineNames(method: Method, { name, length }: Method): Method {
  defineProperty(method, "name", { value: name, configurable: true });
  defineProperty(method, "length", { value: length, configurable: true });
  return method;
}

/** Makes an array a view: what uses it looks at it first. One of a program's own class keeps that class's prototype. */
export function dress(view: ArrayBufferView, origin: Origin): void {
  const prototype = prototypes.get(getPrototypeOf(view)!);
  if (prototype) setPrototypeOf(view, prototype);
  setOrigin(view, origin);
}

/** A part of a view is a view of the same memory. */
function dressPart(part: unknown, whole: AnyTypedArray, origin: Origin): void {
  if (classOf(part) === undefined || originOf(part) !== undefined) return;
  const { buffer, byteOffset, byteLength } = part as AnyTypedArray;
  if (buffer === whole.buffer) dress(part as AnyTypedArray, origin.part(byteOffset - whole.byteOffset, byteLength));
}
