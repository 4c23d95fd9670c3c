import { ARRAY_CLASSES } from "../../ffi/memory/typed-array.ts";
import type { SealedTools } from "../../runner/sealed-engine.ts";
import type { Handles } from "./handles.ts";

/** Makes values of the host from what the program inside has sent, and what it can read of the host's. */
export class Effigies {
  readonly #handles: Handles;
  readonly #tools: SealedTools;

  constructor(handles: Handles, tools: SealedTools) {
    this.#handles = handles;
    this.#tools = tools;
  }

  /** @throws SyntaxError for what is no effigy's text: no program writes one but by reaching for the host's function. */
  read(text: string): unknown {
    return this.#value(JSON.parse(text));
  }

  #value(tree: unknown): unknown {
    if (!Array.isArray(tree)) return typeof tree === "object" && tree !== null ? undefined : tree;
    const [tag, one, other] = tree as unknown[];
    switch (tag) {
      case "s":
        return String(one);
      case "n":
        return Number(one);
      case "i":
        return BigInt(String(one));
      case "y":
        return Symbol(String(one));
      case "f":
        return Object.defineProperty(() => {}, "name", { value: String(one) });
      case "promise":
        return Promise.resolve();
      case "p":
      case "S":
        return this.#handles.at(one);
      case "a":
        return (one as unknown[]).map((inner) => this.#value(inner));
      case "o":
        return this.#object(one, {});
      case "c":
        return this.#object(other, ofClass(String(one)));
      case "t":
        return typedArray(String(one), Number(other));
      default:
        return undefined;
    }
  }

  #object(entries: unknown, object: object): object {
    for (const [key, inner] of entries as [unknown, unknown][]) {
      const made = { value: this.#value(inner), enumerable: true, configurable: true, writable: true };
      Object.defineProperty(object, String(key), made);
    }
    return object;
  }

  /** The text of a struct's value, for the program inside. */
  write(value: unknown): string {
    return JSON.stringify(this.#tree(value));
  }

  #tree(value: unknown): unknown {
    switch (typeof value) {
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ["n", Object.is(value, -0) ? "-0" : String(value)];
      case "bigint":
        return ["i", String(value)];
      case "object":
        if (value === null) return null;
        if (this.#tools.isPointer(value as unknown)) return ["p", this.#handles.of(value)];
        if (Array.isArray(value)) return ["a", (value as unknown[]).map((inner) => this.#tree(inner))];
        return ["o", Object.entries(value).map(([key, inner]) => [key, this.#tree(inner)])];
      default:
        return value;
    }
  }
}

/** An object whose class has this name, for messages that name what came. */
function ofClass(name: string): object {
  const prototype = { constructor: Object.defineProperty(() => {}, "name", { value: name }) };
  Object.defineProperty(prototype, "constructor", { enumerable: false });
  return Object.create(prototype) as object;
}

/** Stands for a typed array where none is wanted; its bytes do not matter. */
function typedArray(kind: string, byteLength: number): ArrayBufferView {
  const Its = ARRAY_CLASSES.get(kind);
  return Its && byteLength >= 0 && byteLength < 4096 ? new Its(0) : new DataView(new ArrayBuffer(0));
}

/** The bytes of a buffer argument, as an array of the kind that the program gave. */
export function bufferOf(kind: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView {
  const Its = ARRAY_CLASSES.get(kind) as unknown as (new (buffer: ArrayBuffer) => ArrayBufferView) | undefined;
  if (!Its) throw new TypeError(`there is no array of the kind ${kind}`);
  return new Its(bytes.buffer);
}
