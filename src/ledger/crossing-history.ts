import { EventKind } from "../contract/trace.ts";
import type { Crossing } from "./moment.ts";
import type { Places } from "./places.ts";
import { readValue, readValues } from "./read-value.ts";
import { lastAtMost, type Trace } from "./trace.ts";

/** What is cheap to know of a crossing. */
export interface CrossingKey {
  readonly direction: "call" | "callback";
  readonly function: string;
}

/** Most levels of nesting that are counted. */
const DEEPEST = 1000;

/** The crossings of a trace: where each begins and ends. Their contents are read when somebody asks. */
export class CrossingHistory {
  readonly #begins: number[] = [];
  readonly #ends: number[] = [];
  readonly #depths: number[] = [];
  /** What each is, as an index into `#kinds`. */
  readonly #keys: number[] = [];
  readonly #kinds: CrossingKey[] = [];
  readonly #kindIds = new Map<string, number>();

  get length(): number {
    return this.#begins.length;
  }

  /** `enclosing` is the index of the enclosing crossing's event + 1, or 0. */
  begin(event: number, enclosing: number, direction: CrossingKey["direction"], name: string): void {
    const text = `${direction} ${name}`;
    let kind = this.#kindIds.get(text);
    if (kind === undefined) {
      kind = this.#kinds.push({ direction, function: name }) - 1;
      this.#kindIds.set(text, kind);
    }
    this.#keys.push(kind);
    const outer = enclosing > 0 ? this.indexOf(enclosing - 1) : -1;
    this.#begins.push(event);
    this.#ends.push(-1);
    this.#depths.push(outer >= 0 ? Math.min(DEEPEST, (this.#depths[outer] ?? 0) + 1) : 0);
  }

  end(event: number, beginEvent: number): void {
    const index = this.indexOf(beginEvent);
    if (index >= 0) this.#ends[index] = event;
  }

  /** The crossing that this event begins; -1 when it begins none. */
  indexOf(event: number): number {
    const index = lastAtMost(this.#begins, event, (begin) => begin);
    return this.#begins[index] === event ? index : -1;
  }

  /** Every function that was called, either way, in order of its first call. */
  get kinds(): readonly CrossingKey[] {
    return this.#kinds;
  }

  /** @throws RangeError */
  keyOf(index: number): CrossingKey {
    const key = this.#kinds[this.#keys[index] ?? -1];
    if (!key) throw new RangeError(`the trace has no crossing ${index}`);
    return key;
  }

  /** How many have begun when `step` events have happened. */
  countAt(step: number): number {
    return lastAtMost(this.#begins, step - 1, (begin) => begin) + 1;
  }

  /** @throws RangeError */
  read(index: number, step: number, trace: Trace, places: Places, libraryName: (id: number) => string): Crossing {
    const at = this.#begins[index];
    if (at === undefined) throw new RangeError(`the trace has no crossing ${index}`);
    const begin = trace.event(at);
    const endsAt = this.#ends[index] ?? -1;
    const end = endsAt >= 0 && endsAt < step ? trace.event(endsAt) : null;
    const isCall = begin.kind === EventKind.Call;
    const library = libraryName(begin.a);
    const name = isCall ? trace.string(begin.b) : callbackName(begin.b);
    const returned = end !== null && end.kind !== EventKind.Unwind;
    return {
      index,
      event: at,
      ended: end === null ? null : endsAt,
      direction: isCall ? "call" : "callback",
      library,
      function: name,
      depth: this.#depths[index] ?? 0,
      arguments: readValues(trace, begin.c),
      parameters: isCall ? places.parameters(library, name) : [],
      result: returned ? readValue(trace, end.c) : null,
      outcome: end === null ? "running" : returned ? "returned" : "threw",
      bytesCopied: end?.b ?? 0,
      milliseconds: end === null ? null : end.time - begin.time,
      typescript: places.typescript(begin.site),
      c: isCall ? places.definition(library, name) : places.c(library, begin.cSite),
    };
  }
}

/** Callbacks have no names of their own: the trace counts them. */
export const callbackName = (id: number): string => `callback ${id}`;
