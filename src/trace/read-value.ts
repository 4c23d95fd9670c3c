import { ValueTag } from "./format.ts";
import type { Value } from "./value.ts";
import type { Trace } from "./reader.ts";

/** Longest list and deepest nesting that are read: a trace is not trusted to be sane. */
const MOST = 64;
const DEEPEST = 8;

/** Reads a list of values: its length, then each. */
export function readValues(trace: Trace, offset: number): Value[] {
  const cursor = new Cursor(trace, offset);
  return cursor.list(0);
}

export function readValue(trace: Trace, offset: number): Value {
  return new Cursor(trace, offset).value(0);
}

class Cursor {
  readonly #trace: Trace;
  #at: number;

  constructor(trace: Trace, offset: number) {
    this.#trace = trace;
    this.#at = offset;
  }

  #next(): number {
    const number = this.#trace.number(this.#at);
    this.#at += 1;
    return number;
  }

  list(depth: number): Value[] {
    const length = this.#next();
    if (!(length >= 0 && length <= MOST)) return [];
    return Array.from({ length }, () => this.value(depth));
  }

  value(depth: number): Value {
    switch (this.#next()) {
      case ValueTag.Number:
        return { kind: "number", value: this.#next() };
      case ValueTag.BigInt: {
        const low = this.#next();
        const high = this.#next();
        if (!Number.isInteger(low) || !Number.isInteger(high)) return { kind: "undefined" };
        return { kind: "bigint", value: (BigInt(high) << 32n) | BigInt(low) };
      }
      case ValueTag.Boolean:
        return { kind: "boolean", value: this.#next() !== 0 };
      case ValueTag.Pointer:
        return { kind: "pointer", address: this.#next(), block: this.#next(), library: this.#next() };
      case ValueTag.Buffer:
        return { kind: "buffer", address: this.#next(), bytes: this.#next() };
      case ValueTag.Function:
        return { kind: "function", address: this.#next(), callback: this.#next() };
      case ValueTag.Struct: {
        const name = this.#trace.string(this.#next());
        return { kind: "struct", name, fields: depth < DEEPEST ? this.list(depth + 1) : [] };
      }
      default:
        return { kind: "undefined" };
    }
  }
}
