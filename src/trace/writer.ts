import { EventKind, type TraceBatch } from "./format.ts";
import { NUMBER_COUNT, ValueTag } from "./values/encoding.ts";

const CAPACITY = 4096;
/** A batch is sent when it is full, or this many milliseconds after the one before. */
const INTERVAL_MS = 8;
/** Batches that may be sent early, so that a program that gets stuck has still handed over what came before. */
const EARLY_BATCHES = 16;

/**
 * 1 for the kinds of event that are sent early. A program gets stuck in C, which these enter; in a loop of its own it
 * looks at the clock. What was printed, and a fault, are what its author waits for.
 */
const EARLY = new Uint8Array(32);
for (const kind of [EventKind.Call, EventKind.CallbackReturn, EventKind.Console, EventKind.Fault]) EARLY[kind] = 1;

/** 1 for the kinds of event that read the clock. */
const CROSSES = new Uint8Array(32);
for (const kind of [
  EventKind.Call,
  EventKind.Return,
  EventKind.Unwind,
  EventKind.CallbackEnter,
  EventKind.CallbackReturn,
  EventKind.Console,
  EventKind.Copy,
  EventKind.End,
]) {
  CROSSES[kind] = 1;
}

/** Writes events into columns and sends them in batches. */
export class TraceWriter {
  readonly #now: () => number;
  readonly #send: (batch: TraceBatch) => void;
  readonly #later: (task: () => void, milliseconds: number) => void;

  #kind = new Uint8Array(CAPACITY);
  #span = new Uint32Array(CAPACITY);
  #cLocation = new Uint32Array(CAPACITY);
  #a = new Uint32Array(CAPACITY);
  #b = new Uint32Array(CAPACITY);
  #c = new Uint32Array(CAPACITY);
  #d = new Uint32Array(CAPACITY);
  #time = new Float64Array(CAPACITY);
  #count = 0;
  #first = 0;

  #values = new Float64Array(1024);
  #valueCount = 0;
  #valuesSent = 0;

  readonly #stringIds = new Map<string, number>();
  #newStrings: string[] = [];

  #last = 0;
  #lastSent = 0;
  #early = EARLY_BATCHES;
  #scheduled = false;

  constructor(
    now: () => number,
    send: (batch: TraceBatch) => void,
    later: (task: () => void, milliseconds: number) => void,
  ) {
    this.#now = now;
    this.#send = send;
    this.#later = later;
  }

  /** Number of events written; the index the next one will have. */
  get length(): number {
    return this.#first + this.#count;
  }

  /** Writes one event and returns its index. */
  event(kind: EventKind, span: number, cLocation: number, a = 0, b = 0, c = 0, d = 0): number {
    const i = this.#count;
    // Reading a clock costs more than the rest of an event. What happens inside a call has the time of its last crossing.
    const time = CROSSES[kind] === 1 ? (this.#last = this.#now()) : this.#last;
    this.#kind[i] = kind;
    this.#span[i] = span;
    this.#cLocation[i] = cLocation;
    this.#a[i] = a;
    this.#b[i] = b;
    this.#c[i] = c;
    this.#d[i] = d;
    this.#time[i] = time;
    this.#count = i + 1;
    const index = this.#first + i;
    if (this.#count === CAPACITY || time - this.#lastSent >= INTERVAL_MS) this.#flushAt(time);
    else if (EARLY[kind] === 1 && this.#early > 0) {
      this.#early -= 1;
      this.#flushAt(time);
    } else if (!this.#scheduled) {
      this.#scheduled = true;
      this.#later(() => {
        this.#scheduled = false;
        this.flush();
      }, INTERVAL_MS);
    }
    return index;
  }

  /** The id of a string, the same for the same text. */
  string(text: string): number {
    const known = this.#stringIds.get(text);
    if (known !== undefined) return known;
    const id = this.#stringIds.size + 1;
    this.#stringIds.set(text, id);
    this.#newStrings.push(text);
    return id;
  }

  /** Offset in the pool where the next value will stand. */
  get valueOffset(): number {
    return this.#valuesSent + this.#valueCount;
  }

  /** Appends one encoded value: a tag and as many of the numbers as it has. */
  value(tag: ValueTag, first = 0, second = 0, third = 0): void {
    this.#makeRoom();
    const at = this.#valueCount;
    const values = this.#values;
    values[at] = tag;
    values[at + 1] = first;
    values[at + 2] = second;
    values[at + 3] = third;
    this.#valueCount = at + 1 + NUMBER_COUNT[tag]!;
  }

  /** Appends a list's length. */
  count(length: number): void {
    this.#makeRoom();
    this.#values[this.#valueCount] = length;
    this.#valueCount += 1;
  }

  /** Appends a list of up to three values of the tag `Number`; what is beyond its length is not looked at. */
  numbers(length: number, first: number, second: number, third: number): void {
    this.#makeRoom();
    const at = this.#valueCount;
    const values = this.#values;
    values[at] = length;
    values[at + 1] = ValueTag.Number;
    values[at + 2] = first;
    values[at + 3] = ValueTag.Number;
    values[at + 4] = second;
    values[at + 5] = ValueTag.Number;
    values[at + 6] = third;
    this.#valueCount = at + 1 + 2 * length;
  }

  /** For the longest of what is appended at once. */
  #makeRoom(): void {
    if (this.#valueCount + MOST_AT_ONCE <= this.#values.length) return;
    const larger = new Float64Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }

  /** The columns' first `n` places. Full ones are given away as they are: making new ones costs less than a copy. */
  #takeColumns(n: number): Omit<TraceBatch, "first" | "values" | "strings"> {
    const columns = {
      kind: this.#kind,
      span: this.#span,
      cLocation: this.#cLocation,
      a: this.#a,
      b: this.#b,
      c: this.#c,
      d: this.#d,
      time: this.#time,
    };
    if (n < CAPACITY) {
      return {
        kind: columns.kind.slice(0, n),
        span: columns.span.slice(0, n),
        cLocation: columns.cLocation.slice(0, n),
        a: columns.a.slice(0, n),
        b: columns.b.slice(0, n),
        c: columns.c.slice(0, n),
        d: columns.d.slice(0, n),
        time: columns.time.slice(0, n),
      };
    }
    this.#kind = new Uint8Array(CAPACITY);
    this.#span = new Uint32Array(CAPACITY);
    this.#cLocation = new Uint32Array(CAPACITY);
    this.#a = new Uint32Array(CAPACITY);
    this.#b = new Uint32Array(CAPACITY);
    this.#c = new Uint32Array(CAPACITY);
    this.#d = new Uint32Array(CAPACITY);
    this.#time = new Float64Array(CAPACITY);
    return columns;
  }

  /** Sends what is pending if the interval has passed. Cheap enough for a loop's every thousandth turn. */
  flushIfDue(): void {
    if (this.#count === 0) return;
    const time = this.#now();
    if (time - this.#lastSent >= INTERVAL_MS) this.#flushAt(time);
  }

  /** Sends what is pending. */
  flush(): void {
    if (this.#count > 0) this.#flushAt(this.#now());
  }

  #flushAt(time: number): void {
    const n = this.#count;
    this.#send({
      first: this.#first,
      ...this.#takeColumns(n),
      values: this.#values.slice(0, this.#valueCount),
      strings: this.#newStrings,
    });
    this.#first += n;
    this.#count = 0;
    this.#valuesSent += this.#valueCount;
    this.#valueCount = 0;
    this.#newStrings = [];
    // A quiet program earns its early batches back.
    this.#early = Math.min(EARLY_BATCHES, this.#early + Math.floor((time - this.#lastSent) / INTERVAL_MS));
    this.#lastSent = time;
  }
}

/** Numbers that one step may append to the pool. */
const MOST_AT_ONCE = 8;
