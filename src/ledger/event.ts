import { faultCode, type FaultCode } from "../faults/codes.ts";
import type { TraceEvent } from "../trace/event.ts";
import {
  CallbackChange,
  CONSOLE_LEVELS,
  CopyDirection,
  END_STATUSES,
  EventKind,
  OPERANDS,
  type ConsoleLevel,
  type EndStatus,
  type OperandType,
  type Owner,
  type ProgramError,
} from "../trace/format.ts";
import { readProgramError } from "../trace/program-error.ts";
import type { Trace } from "../trace/reader.ts";
import { readValue, readValues } from "../trace/values/read.ts";
import { ownerName } from "./owner-name.ts";
import type { BlockOwner, Value } from "./snapshot.ts";

/** What an operand of each type means. */
interface Meanings {
  /** A library by its name. */
  readonly newLibrary: string;
  readonly library: string;
  readonly libraryOrNone: string | null;
  readonly string: string;
  readonly stringOrNone: string | null;
  readonly idOrNone: number | null;
  readonly values: readonly Value[];
  readonly value: Value;
  /** Index of the event that began the crossing around this one; null outside of all. */
  readonly begins: number | null;
  readonly crossing: number | null;
  readonly owner: BlockOwner;
  readonly change: "made" | "closed";
  readonly direction: "into C" | "out of C";
  readonly level: ConsoleLevel;
  readonly fault: FaultCode | null;
  /** A fault's detail is in `Fault`, put into words. */
  readonly detail: null;
  readonly status: EndStatus;
  readonly error: ProgramError | null;
}

type Meaning<T> = T extends keyof Meanings ? Meanings[T] : number;

/** One event of a run: its kind, and what it says under the names of `OPERANDS`. Blocks, pointers and callbacks are ids. */
export type LedgerEvent = {
  [K in keyof typeof EventKind]: { readonly kind: Uncapitalize<K>; readonly index: number } & {
    readonly [N in keyof Operands<K>]: Meaning<Operands<K>[N]>;
  };
}[keyof typeof EventKind];

type Operands<K extends keyof typeof EventKind> = (typeof OPERANDS)[(typeof EventKind)[K]];

const NAMES = new Map<EventKind, string>(
  Object.entries(EventKind).map(([name, kind]) => [kind, name.charAt(0).toLowerCase() + name.slice(1)]),
);

/** An event of a trace with what it says in place of the numbers that stand for it. */
export function nameEvent(event: TraceEvent, trace: Trace, libraryName: (id: number) => string): LedgerEvent {
  const numbers = event as unknown as Readonly<Record<string, number>>;
  const named: Record<string, unknown> = { kind: NAMES.get(event.kind), index: event.index };
  for (const [name, type] of Object.entries<OperandType>(OPERANDS[event.kind]))
    named[name] = meaningOf(type, numbers[name]!, trace, libraryName);
  return named as LedgerEvent;
}

function meaningOf(
  type: OperandType,
  number: number,
  trace: Trace,
  libraryName: (id: number) => string,
): Meanings[keyof Meanings] {
  switch (type) {
    case "newLibrary":
    case "library":
      return libraryName(number);
    case "libraryOrNone":
      return number === 0 ? null : libraryName(number);
    case "string":
      return trace.string(number);
    case "stringOrNone":
      return number === 0 ? null : trace.string(number);
    case "idOrNone":
      return number === 0 ? null : number;
    case "values":
      return readValues(trace, number);
    case "value":
      return readValue(trace, number);
    case "begins":
    case "crossing":
      return number === 0 ? null : number - 1;
    case "signed":
      return number | 0;
    case "owner":
      return ownerName(number as Owner);
    case "change":
      return number === CallbackChange.Made ? "made" : "closed";
    case "direction":
      return number === CopyDirection.IntoC ? "into C" : "out of C";
    case "level":
      return CONSOLE_LEVELS[number] ?? "log";
    case "fault":
      return faultCode(number) ?? null;
    case "detail":
      return null;
    case "status":
      return END_STATUSES[number] ?? "threw";
    case "error":
      return number === 0 ? null : readProgramError(trace.string(number));
    case "number":
    case "id":
    case "ends":
      return number;
  }
}
