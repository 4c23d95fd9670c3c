import {
  CONSOLE_LEVELS,
  END_STATUSES,
  EventKind,
  OPERANDS,
  Owner,
  type EndStatus,
  type OperandType,
  type TraceBatch,
} from "./format.ts";
import { FAULT_CODES, faultCode, type FaultCode } from "../faults/codes.ts";
import { readDetail } from "../faults/read-detail.ts";
import { MAX_BATCH_BYTES, MAX_BYTES, MAX_EVENTS, MAX_OPEN_CROSSINGS } from "./limits.ts";
import { ConsoleBudget } from "./console-budget.ts";
import { readProgramError } from "./program-error.ts";
import { ValueCheck } from "./values/check.ts";
import { ValuePool } from "./values/pool.ts";

/** Why a batch is not taken: it is nonsense, or the trace has become too long, by its events, its bytes or what is printed. */
export type Refusal = "nonsense" | "too-long";

/**
 * Checks that batches, one after the other, make one trace whose every index leads somewhere. What passes can be
 * folded and read without looking at it again; addresses, positions in C and times are only numbers to show.
 *
 * The work is linear in the size of a batch, whatever it holds.
 */
export class TraceGuard {
  /** How the program ended, once the trace has its End. */
  end: EndStatus | null = null;
  /** Whether the trace has its End. */
  get ended(): boolean {
    return this.end !== null;
  }
  readonly #spans: number;
  readonly #console = new ConsoleBudget();
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
    if (batch.first !== this.#events || bytes > MAX_BATCH_BYTES || !isEven(batch)) return "nonsense";
    if (this.#events + length > MAX_EVENTS || this.#bytes + bytes > MAX_BYTES) return "too-long";
    for (const text of batch.strings) this.#strings.push(text);
    this.#values.append(batch.values);
    this.#walk += 2 * (batch.values.length + length);
    for (let i = 0; i < length; i++) if (!this.#isEvent(batch, i)) return "nonsense";
    if (this.#console.isSpent) return "too-long";
    this.#events += length;
    this.#bytes += bytes;
    return null;
  }

  #isEvent(batch: TraceBatch, i: number): boolean {
    const event = batch.first + i;
    const time = batch.time[i]!;
    if (this.end !== null || batch.span[i]! >= this.#spans || !(time >= this.#lastTime && time < Infinity))
      return false;
    this.#lastTime = time;

    const kind = batch.kind[i]! as EventKind;
    const types = TYPES[kind] as (typeof TYPES)[EventKind] | undefined;
    if (types === undefined) return false;
    const { length } = types;
    const isOne =
      (length < 1 || this.#is(types[0]!, batch.a[i]!, event)) &&
      (length < 2 || this.#is(types[1]!, batch.b[i]!, event)) &&
      (length < 3 || this.#is(types[2]!, batch.c[i]!, event)) &&
      (length < 4 || this.#is(types[3]!, batch.d[i]!, event));
    if (!isOne) return false;
    if (kind === EventKind.End) this.end = END_STATUSES[batch.a[i]!] ?? null;
    // Every text counts as often as it is printed, since a reader sees it as often.
    if (kind === EventKind.Console) this.#console.take(this.#strings[batch.b[i]!] ?? "");
    if (kind === EventKind.Fault) return this.#isDetail(faultCode(batch.a[i]!), batch.d[i]!);
    if (kind === EventKind.MemorySamples) return saysOfOneBlockOrNothing(batch, i);
    // It stands in one place.
    return kind !== EventKind.Held || (batch.c[i] === 0) !== (batch.d[i] === 0);
  }

  /** Whether an operand of this event may be this number. */
  #is(type: OperandType, number: number, event: number): boolean {
    switch (type) {
      case "number":
      case "signed":
        return true;
      case "library":
        return number >= 1 && number <= this.#libraries;
      case "libraryOrNone":
        return number <= this.#libraries;
      case "newLibrary":
        if (number !== this.#libraries + 1) return false;
        this.#libraries = number;
        return true;
      case "string":
      case "detail":
        return number >= 1 && number < this.#strings.length;
      case "stringOrNone":
        return number < this.#strings.length;
      case "id":
        return number >= 1 && number <= MAX_ID;
      case "idOrNone":
        return number <= MAX_ID;
      case "values":
        return this.#areValues(number, "list");
      case "value":
        return this.#areValues(number, "one");
      case "begins":
        return this.#begins(event, number);
      case "ends":
        return this.#open.delete(number);
      case "crossing":
        return number <= event;
      case "owner":
        return number >= Owner.TypeScript && number <= Owner.Static;
      case "change":
      case "direction":
        return number === 1 || number === 2;
      case "level":
        return number < CONSOLE_LEVELS.length;
      case "fault":
        return number >= 1 && number <= FAULT_CODES.length;
      case "status":
        return number < END_STATUSES.length;
      case "error":
        return number === 0 || readProgramError(this.#strings[number] ?? "") !== null;
    }
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

  #begins(event: number, enclosing: number): boolean {
    if (enclosing > event || this.#open.size >= MAX_OPEN_CROSSINGS) return false;
    this.#open.add(event);
    return true;
  }
}

/** Ids count by appearance, so that none is larger than the longest trace. */
const MAX_ID = MAX_EVENTS;

/** For each kind the types of its operands, in the order of the columns. */
const TYPES = Object.fromEntries(
  Object.entries(OPERANDS).map(([kind, operands]) => [kind, Object.values(operands)]),
) as unknown as Readonly<Record<EventKind, readonly OperandType[]>>;

function saysOfOneBlockOrNothing(batch: TraceBatch, i: number): boolean {
  const [library, block, type, contents] = [batch.a[i]!, batch.b[i]!, batch.c[i]!, batch.d[i]!];
  return block === 0 ? library === 0 && type === 0 && contents === 0 : library !== 0 && contents !== 0;
}

/** Bytes a string costs besides its characters, about. */
const STRING_OVERHEAD = 16;

/** Whether every event has its place in every column. */
const isEven = ({ kind, span, cLocation, a, b, c, d, time }: TraceBatch): boolean =>
  [span, cLocation, a, b, c, d, time].every((column) => column.length === kind.length);

/** What a batch keeps alive: whole buffers, however little of them its columns show. */
function byteSize(batch: TraceBatch): number {
  const buffers = new Set<ArrayBufferLike>();
  for (const column of Object.values(batch)) if (ArrayBuffer.isView(column)) buffers.add(column.buffer);
  let bytes = 0;
  for (const buffer of buffers) bytes += buffer.byteLength;
  for (const text of batch.strings) bytes += 2 * text.length + STRING_OVERHEAD;
  return bytes;
}
