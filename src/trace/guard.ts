import { CONSOLE_LEVELS, END_STATUSES, EventKind, Owner, type TraceBatch } from "./format.ts";
import { faultCode, type FaultCode } from "../faults/codes.ts";
import { readDetail } from "../faults/read-detail.ts";
import { MAX_BATCH_BYTES, MAX_BYTES, MAX_EVENTS, MAX_OPEN_CROSSINGS } from "./limits.ts";
import { readProgramError } from "./program-error.ts";
import { ValueCheck } from "./values/check.ts";
import { ValuePool } from "./values/pool.ts";

/** Why a batch is not taken: it is nonsense, or the trace has become too long. */
export type Refusal = "nonsense" | "too-long";

/**
 * Checks that batches, one after the other, make one trace whose every index leads somewhere. What passes can be
 * folded and read without looking at it again; addresses, positions in C and times are only numbers to show.
 *
 * The work is linear in the size of a batch, whatever it holds.
 */
export class TraceGuard {
  /** Whether the trace has its End. */
  ended = false;
  readonly #spans: number;
  #events = 0;
  #bytes = 0;
  #libraries = 0;
  #lastTime = 0;
  /** Numbers that may still be walked: values that overlap would be walked again and again. */
  #walk = 0;
  readonly #values = new ValuePool();
  readonly #valueCheck = new ValueCheck(this.#values);
  readonly #strings: string[] = [""];
  /** Strings that have been read as a detail, and the code of the fault that each is for. */
  readonly #details = new Map<number, FaultCode>();
  readonly #open = new Set<number>();

  /** @param spans how many positions the program has, entry 0 counted. */
  constructor(spans: number) {
    this.#spans = Math.max(spans, 1);
  }

  /** Null when the batch continues the trace. After a refusal the trace is over: ask no more. */
  refusal(batch: TraceBatch): Refusal | null {
    const { length } = batch.kind;
    const bytes = byteSize(batch);
    if (batch.first !== this.#events || bytes > MAX_BATCH_BYTES) return "nonsense";
    if (this.#events + length > MAX_EVENTS || this.#bytes + bytes > MAX_BYTES) return "too-long";
    for (const text of batch.strings) this.#strings.push(text);
    this.#values.append(batch.values);
    this.#walk += 2 * (batch.values.length + length);
    for (let i = 0; i < length; i++) if (!this.#isEvent(batch, i)) return "nonsense";
    this.#events += length;
    this.#bytes += bytes;
    return null;
  }

  #isEvent(batch: TraceBatch, i: number): boolean {
    const event = batch.first + i;
    const time = batch.time[i]!;
    if (this.ended || batch.span[i]! >= this.#spans || !(time >= this.#lastTime && time < Infinity)) return false;
    this.#lastTime = time;

    const a = batch.a[i]!;
    const b = batch.b[i]!;
    const c = batch.c[i]!;
    const d = batch.d[i]!;
    switch (batch.kind[i]) {
      case EventKind.Open:
        if (a !== this.#libraries + 1 || !this.#isString(b)) return false;
        this.#libraries = a;
        return true;
      case EventKind.Close:
      case EventKind.Grow:
        return this.#isLibrary(a);
      case EventKind.Call:
        return this.#isLibrary(a) && this.#isString(b) && this.#areValues(c, "list") && this.#opens(event, d);
      case EventKind.CallbackEnter:
        return this.#isLibrary(a) && b <= MAX_EVENTS && this.#areValues(c, "list") && this.#opens(event, d);
      case EventKind.Return:
      case EventKind.CallbackReturn:
        return this.#open.delete(a) && this.#areValues(c, "one");
      case EventKind.Unwind:
        return this.#open.delete(a);
      case EventKind.Alloc:
      case EventKind.Copy:
        return this.#isLibrary(a) && isId(b);
      case EventKind.Free:
        return this.#isLibrary(a) && isId(b) && this.#isString(c);
      case EventKind.Keep:
        return this.#isLibrary(a) && isId(b) && (c === 0 || this.#isString(c));
      case EventKind.Own:
        return this.#isLibrary(a) && isId(b) && isOwner(c) && (d === 0 || this.#isString(d));
      case EventKind.Point:
        return this.#isLibrary(a) && isId(b) && isId(c);
      case EventKind.Callback:
        return this.#isLibrary(a) && isId(b) && (c === 1 || c === 2);
      case EventKind.MemorySamples:
        if (b === 0) return a === 0 && c === 0 && d === 0;
        return this.#isLibrary(a) && isId(b) && (c === 0 || this.#isString(c)) && this.#isString(d);
      case EventKind.Held:
        return this.#isLibrary(a) && isId(b) && (c === 0 ? isId(d) : d === 0 && this.#isString(c));
      case EventKind.Console:
        return a < CONSOLE_LEVELS.length && this.#isString(b);
      case EventKind.Fault:
        return b <= MAX_EVENTS && c <= event && this.#isDetail(faultCode(a), d);
      case EventKind.End:
        this.ended = a < END_STATUSES.length && (b === 0 || readProgramError(this.#strings[b] ?? "") !== null);
        return this.ended;
      default:
        return false;
    }
  }

  #isString(id: number): boolean {
    return id >= 1 && id < this.#strings.length;
  }

  #isLibrary(id: number): boolean {
    return id >= 1 && id <= this.#libraries;
  }

  #isDetail(code: FaultCode | undefined, id: number): boolean {
    if (code === undefined) return false;
    const known = this.#details.get(id);
    if (known !== undefined) return known === code;
    if (readDetail(code, this.#strings[id] ?? "") === null) return false;
    this.#details.set(id, code);
    return true;
  }

  #areValues(offset: number, shape: "one" | "list"): boolean {
    const walked = this.#valueCheck.walk(offset, shape, this.#strings.length - 1);
    if (walked === null) return false;
    this.#walk -= walked;
    return this.#walk >= 0;
  }

  #opens(event: number, enclosing: number): boolean {
    if (enclosing > event || this.#open.size >= MAX_OPEN_CROSSINGS) return false;
    this.#open.add(event);
    return true;
  }
}

/** Ids count by appearance, so that none is larger than the longest trace. */
const isId = (id: number): boolean => id >= 1 && id <= MAX_EVENTS;

const isOwner = (owner: number): boolean => owner >= Owner.TypeScript && owner <= Owner.Static;

/** Bytes a string costs besides its characters, about. */
const STRING_OVERHEAD = 16;

/** What a batch keeps alive: whole buffers, however little of them its columns show. */
function byteSize(batch: TraceBatch): number {
  const buffers = new Set<ArrayBufferLike>();
  for (const column of Object.values(batch)) if (ArrayBuffer.isView(column)) buffers.add(column.buffer);
  let bytes = 0;
  for (const buffer of buffers) bytes += buffer.byteLength;
  for (const text of batch.strings) bytes += 2 * text.length + STRING_OVERHEAD;
  return bytes;
}
