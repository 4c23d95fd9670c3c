import { realLength, type AnyTypedArray } from "./typed-array.ts";
import type { Origin } from "./view-origin.ts";

/** What an iterator has for each element. */
export type Yields = "keys" | "values" | "entries";

/**
 * Walks a view of C's memory, and looks at it before each element: what happens between two of them may release it.
 *
 * A loop, a spread or a pattern asks for `[Symbol.iterator]` first, and the program stands where they do then. Later, in
 * the middle of a loop, it stands wherever the body has left it: so that place is noted.
 */
export class ViewIterator {
  #view: AnyTypedArray | null;
  #index = 0;
  readonly #origin: Origin;
  readonly #length: number;
  readonly #yields: Yields;
  /** The span of what walks it; null while that is not known. */
  #span: number | null = null;

  constructor(view: AnyTypedArray, origin: Origin, yields: Yields) {
    this.#view = view;
    this.#origin = origin;
    this.#length = realLength(view);
    this.#yields = yields;
  }

  next(): IteratorResult<unknown, undefined> {
    const view = this.#view;
    const index = this.#index;
    if (view === null || index >= this.#length) {
      this.#view = null;
      return { value: undefined, done: true };
    }
    const origin = this.#origin;
    if (!origin.allows("read")) this.#look(view);
    this.#index = index + 1;
    if (this.#yields === "values") return { value: view[index], done: false };
    return { value: this.#yields === "keys" ? index : [index, view[index]], done: false };
  }

  #look(view: AnyTypedArray): void {
    const origin = this.#origin;
    const { runtime } = origin.space;
    origin.admits("read", runtime.isStepping ? runtime.span : (this.#span ?? runtime.span));
    // The engine's own iterator says in its own words that there is nothing to walk any more.
    if (origin.isDetached) values.call(view);
  }

  [Symbol.iterator](): this {
    this.#span = this.#origin.space.runtime.span;
    return this;
  }
}

const { values } = Uint8Array.prototype as { values(this: AnyTypedArray): unknown };
// As any iterator of an array: it says so of itself, and has what iterators have.
Object.setPrototypeOf(ViewIterator.prototype, Object.getPrototypeOf([].values()) as object);
Reflect.deleteProperty(ViewIterator.prototype, "constructor");
Object.freeze(ViewIterator.prototype);
