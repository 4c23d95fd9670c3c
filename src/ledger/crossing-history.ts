import type { EventOf } from "../trace/event.ts";
import { EventKind } from "../trace/format.ts";
import { Column } from "../trace/column.ts";
import type { Crossing } from "./snapshot.ts";
import type { CodeLocations } from "./code-locations.ts";
import { readValue, readValues } from "../trace/values/read.ts";
import type { Trace } from "../trace/reader.ts";

/** What is cheap to know of a crossing. */
export interface CrossingKey {
  readonly direction: "call" | "callback";
  readonly function: string;
}

type Begin = EventOf<typeof EventKind.Call | typeof EventKind.CallbackEnter>;
type End = EventOf<typeof EventKind.Return | typeof EventKind.Unwind | typeof EventKind.CallbackReturn>;

/** Most first crossings that are kept: a trace is not trusted to be sane. */
const MOST_FIRSTS = 5000;
/** Most levels of nesting that are counted. */
const DEEPEST = 1000;

/** The crossings of a trace: where each begins and ends. Their contents are read on demand. */
export class CrossingHistory {
  readonly #begins = new Column();
  /** Each one's end event; 0, which ends nothing, until then. */
  readonly #ends = new Column();
  readonly #depths = new Column();
  /** What each is, as an index into `#kinds`. */
  readonly #keys = new Column();
  readonly #kinds: CrossingKey[] = [];
  readonly #kindIds = { call: new Map<string, number>(), callback: new Map<string, number>() };
  /** The places each kind was seen at. */
  readonly #seen: Set<number>[] = [];
  readonly #firsts: number[] = [];

  get length(): number {
    return this.#begins.length;
  }

  /** `enclosing` is the index of the enclosing crossing's event + 1, or 0; `span` and `cLocation` are where it happened. */
  begin(
    event: number,
    enclosing: number,
    direction: CrossingKey["direction"],
    name: string,
    span: number,
    cLocation: number,
  ): void {
    let kind = this.#kindIds[direction].get(name);
    if (kind === undefined) {
      kind = this.#kinds.push({ direction, function: name }) - 1;
      this.#kindIds[direction].set(name, kind);
      this.#seen.push(new Set());
    }
    const place = cLocation * 2 ** 26 + span;
    if (this.#firsts.length < MOST_FIRSTS && !this.#seen[kind]!.has(place)) {
      this.#seen[kind]!.add(place);
      this.#firsts.push(this.#begins.length);
    }
    this.#keys.push(kind);
    const outer = enclosing > 0 ? this.indexOf(enclosing - 1) : -1;
    this.#begins.push(event);
    this.#ends.push(0);
    this.#depths.push(outer >= 0 ? Math.min(DEEPEST, (this.#depths.at(outer) ?? 0) + 1) : 0);
  }

  end(event: number, beginEvent: number): void {
    this.#ends.set(this.indexOf(beginEvent), event);
  }

  /** The crossing that this event begins; -1 when it begins none. */
  indexOf(event: number): number {
    // Most often it is asked of the newest.
    const last = this.#begins.length - 1;
    const index = this.#begins.at(last) === event ? last : this.#begins.lastAtMost(event);
    return this.#begins.at(index) === event ? index : -1;
  }

  /** Every function that was called, either way, in order of its first call. */
  get kinds(): readonly CrossingKey[] {
    return this.#kinds;
  }

  /** The first crossing of each function from each place, in order: what a loop crosses a million times is one of them. */
  get firsts(): readonly number[] {
    return this.#firsts;
  }

  /** @throws RangeError */
  keyOf(index: number): CrossingKey {
    const key = Number.isInteger(index) ? this.#kinds[this.#keys.at(index) ?? -1] : undefined;
    if (!key) throw new RangeError(`the trace has no crossing ${index}`);
    return key;
  }

  /** How many have begun when `step` events have happened. */
  countAt(step: number): number {
    return this.#begins.lastAtMost(step - 1) + 1;
  }

  /** @throws RangeError */
  read(
    index: number,
    step: number,
    trace: Trace,
    locations: CodeLocations,
    libraryName: (id: number) => string,
  ): Crossing {
    const at = Number.isInteger(index) ? this.#begins.at(index) : undefined;
    if (at === undefined) throw new RangeError(`the trace has no crossing ${index}`);
    const begin = trace.event(at) as Begin;
    const endsAt = this.#ends.at(index) ?? 0;
    const end = endsAt > 0 && endsAt < step ? (trace.event(endsAt) as End) : null;
    const isCall = begin.kind === EventKind.Call;
    const library = libraryName(begin.library);
    const name = isCall ? trace.string(begin.function) : callbackName(begin.callback);
    const result = end === null || end.kind === EventKind.Unwind ? null : readValue(trace, end.result);
    return {
      index,
      event: at,
      ended: end === null ? null : endsAt,
      direction: isCall ? "call" : "callback",
      library,
      function: name,
      depth: this.#depths.at(index) ?? 0,
      arguments: readValues(trace, begin.arguments),
      parameters: isCall ? locations.parameters(library, name) : [],
      result,
      outcome: end === null ? "running" : end.kind === EventKind.Unwind ? "threw" : "returned",
      bytesCopied: end?.bytesCopied ?? 0,
      milliseconds: end === null ? null : end.time - begin.time,
      typescript: locations.typescript(begin.span),
      c: isCall ? locations.definition(library, name) : locations.c(library, begin.cLocation),
    };
  }
}

/** Callbacks have no names of their own: the trace counts them. */
export const callbackName = (id: number): string => `callback ${id}`;
