import { showValue } from "../../runner/show-value.ts";
import { isSame } from "./is-same.ts";

/** It is not as it must be: what was expected, and what happened. */
export class Broken extends Error {
  override readonly name: string = "Broken";
}

type Callable = () => unknown;

/**
 * Says what must be so of a value. Each method throws where it is not, and the behaviour has then failed with a sentence that
 * tells both.
 */
export class Expectation {
  readonly #value: unknown;
  readonly #what: string;

  constructor(value: unknown, what: string | undefined) {
    this.#value = value;
    this.#what = what === undefined ? "" : `${what}: `;
  }

  /** The same value: `Object.is`. */
  toBe(expected: unknown): void {
    if (!Object.is(this.#value, expected)) this.#fail(`expected ${showValue(expected)}, and it was ${this.#shown()}`);
  }

  /** The same parts, all the way down. A typed array is the same as one of its class with the same elements. */
  toEqual(expected: unknown): void {
    if (!isSame(this.#value, expected)) this.#fail(`expected ${showValue(expected)}, and it was ${this.#shown()}`);
  }

  /** A number no further away than this. */
  toBeCloseTo(expected: number, within = 1e-6): void {
    const isClose = typeof this.#value === "number" && Math.abs(this.#value - expected) <= within;
    if (!isClose) this.#fail(`expected about ${showValue(expected)}, and it was ${this.#shown()}`);
  }

  /** A text or an array that has it. */
  toContain(part: unknown): void {
    const value = this.#value as { includes?: (part: unknown) => unknown } | null | undefined;
    const has = (typeof value === "string" || Array.isArray(value)) && value.includes(part as never);
    if (!has) this.#fail(`expected ${showValue(part)} in it, and it was ${this.#shown()}`);
  }

  /**
   * A function that throws. With a name, an error of that name: `toThrow("RangeError")`; with a part, one whose message has it.
   * Gives the error.
   */
  toThrow(name?: string, part?: string): unknown {
    let result: unknown;
    try {
      result = (this.#value as Callable)();
    } catch (error) {
      return this.#requireError(error, name, part);
    }
    return this.#fail(`expected ${thrownWords(name)}, and it gave ${showValue(result)}`);
  }

  /** A promise, or a function that gives one, that is rejected; as `toThrow`. */
  async toReject(name?: string, part?: string): Promise<unknown> {
    let result: unknown;
    try {
      result = await (typeof this.#value === "function" ? (this.#value as Callable)() : this.#value);
    } catch (error) {
      return this.#requireError(error, name, part);
    }
    return this.#fail(`expected ${thrownWords(name)}, and it gave ${showValue(result)}`);
  }

  #requireError(error: unknown, name: string | undefined, part: string | undefined): unknown {
    if (error instanceof Broken) throw error;
    const told = error as { name?: unknown; message?: unknown } | null | undefined;
    const isNamed = name === undefined || told?.name === name;
    const isSaid = part === undefined || String(told?.message).includes(part);
    if (isNamed && isSaid) return error;
    const wanted = part === undefined ? thrownWords(name) : `${thrownWords(name)} that says ${showValue(part)}`;
    return this.#fail(`expected ${wanted}, and it threw ${thrownText(error)}`);
  }

  #shown(): string {
    return showValue(this.#value);
  }

  #fail(message: string): never {
    throw new Broken(`${this.#what}${message}`);
  }
}

const thrownWords = (name: string | undefined): string => (name === undefined ? "an exception" : `a ${name}`);

/** `RangeError: too long`, or the value that was thrown. */
export function thrownText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : showValue(error);
}
