import { DEEPEST, MOST_VALUES, type Kind, type Wire } from "./wire.ts";

/** Numbers for objects: of this side's own, and of what stands here for the other side's. */
export interface Registry {
  /** Whether this side gives numbers for objects that are no data. */
  readonly sharesObjects: boolean;
  numberOf(value: object): number;
  numberOfTheirs(value: object): number | undefined;
  ownAt(number: unknown): object;
  standIn(number: number, kind: Kind): object;
  standInOf(number: number, make: () => object): object;
}

/** Copies values out of this realm and into it. Every property is read once. */
export class Copier {
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** @throws RangeError for what nests too deep or has too many parts, TypeError for what may not cross */
  send(value: unknown): Wire {
    return this.#send(value, { values: MOST_VALUES }, 0);
  }

  #send(value: unknown, room: { values: number }, depth: number): Wire {
    room.values -= 1;
    if (room.values < 0) throw new RangeError(`a value of more than ${MOST_VALUES} parts does not cross`);
    switch (typeof value) {
      case "undefined":
        return ["u"];
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ["n", Object.is(value, -0) ? "-0" : String(value)];
      case "bigint":
        return ["i", String(value)];
      case "string":
        return ["s", value];
      case "symbol":
        return ["y", value.description ?? ""];
      default:
        return value === null ? null : this.#sendObject(value as object, room, depth);
    }
  }

  #sendObject(value: object, room: { values: number }, depth: number): Wire {
    const registry = this.#registry;
    const theirs = registry.numberOfTheirs(value);
    if (theirs !== undefined) return ["yours", theirs];
    if (typeof value === "function") return ["mine", registry.numberOf(value), "function"];
    if (value instanceof Promise) return ["mine", registry.numberOf(value), "promise"];
    if (depth > DEEPEST) throw new RangeError(`a value that nests deeper than ${DEEPEST} does not cross`);
    if (value instanceof Error) return this.#sendError(value, room, depth);
    if (Array.isArray(value)) {
      const elements: Wire[] = [];
      const length = Math.min(Number(value.length), room.values + 1);
      for (let i = 0; i < length; i += 1) elements.push(this.#send((value as unknown[])[i], room, depth + 1));
      return ["a", elements];
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return sendBytes(value as Uint8Array);
    const data = dataOf(value, registry.sharesObjects);
    if (data) return ["o", data.map(([key, inner]) => [key, this.#send(inner, room, depth + 1)])];
    if (!registry.sharesObjects)
      throw new TypeError("the checks can give numbers, texts, arrays, plain objects and functions, and nothing else");
    return ["mine", registry.numberOf(value), "object"];
  }

  #sendError(error: Error, room: { values: number }, depth: number): Wire {
    const own: [string, Wire][] = [];
    for (const key of Object.keys(error)) {
      const value: unknown = (error as unknown as Record<string, unknown>)[key];
      if (typeof value !== "object" && typeof value !== "function") own.push([key, this.#send(value, room, depth + 1)]);
    }
    return ["e", this.#registry.numberOf(error), String(error.name), String(error.message), own];
  }

  receive(wire: Wire): unknown {
    if (!Array.isArray(wire)) return wire;
    const [tag, what, more, last] = wire as unknown as [string, unknown, unknown, unknown];
    switch (tag) {
      case "u":
        return undefined;
      case "s":
        return what;
      case "n":
        return Number(what);
      case "i":
        return BigInt(what as string);
      case "y":
        return Symbol(what as string);
      case "a":
        return (what as Wire[]).map((inner) => this.receive(inner));
      case "o":
        return this.#object(what as [string, Wire][]);
      case "t":
        return bytesOf(what as string, more as string);
      case "e":
        return this.#error(
          what as number,
          String(more),
          String(last),
          (wire as unknown as unknown[])[4] as [string, Wire][],
        );
      case "mine":
        return this.#registry.standIn(what as number, more as Kind);
      case "yours":
        return this.#registry.ownAt(what);
      default:
        throw new TypeError("there is no such value");
    }
  }

  #object(entries: readonly (readonly [string, Wire])[]): object {
    const made = {};
    for (const [key, inner] of entries) define(made, key, this.receive(inner));
    return made;
  }

  #error(number: number, name: string, message: string, own: readonly (readonly [string, Wire])[]): object {
    return this.#registry.standInOf(number, () => {
      const error = new Error(message);
      Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
      for (const [key, inner] of own) define(error, key, this.receive(inner));
      return error;
    });
  }
}

/** A name may be that of a setter, or `__proto__`. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * The properties of an object that is nothing but data: of no class, without accessors and symbols. Null for any other.
 * Where objects have numbers, one with a function in it is no data either: it may be called again, and be another by then.
 */
function dataOf(value: object, isShared: boolean): [string, unknown][] | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return null;
  const data: [string, unknown][] = [];
  for (const key of Reflect.ownKeys(value)) {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    if (typeof key === "symbol" || !property || !("value" in property)) return null;
    if (isShared && typeof property.value === "function") return null;
    data.push([key, property.value]);
  }
  return data;
}

/** Characters that one call makes of bytes. */
const CHUNK = 4096;

function sendBytes(array: Uint8Array): Wire {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return ["t", String(array[Symbol.toStringTag]), text];
}

const CLASSES = new Map<string, new (buffer: ArrayBuffer) => object>(
  [
    ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array],
    ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array],
  ].map((type) => [type.name, type]),
);

function bytesOf(name: string, text: string): object {
  const type = CLASSES.get(name);
  if (!type) throw new TypeError("there is no such array");
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return new type(bytes.buffer);
}
