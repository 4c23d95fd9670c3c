import { EventKind, type TraceBatch } from "./format.ts";
import { ValueTag } from "./values/encoding.ts";

export interface TestEvent {
  kind: number;
  span?: number;
  a?: number;
  b?: number;
  c?: number;
  d?: number;
  time?: number;
}

/** A batch from rows, as tests want to write it. */
export function batchOf(
  first: number,
  events: readonly TestEvent[],
  { values = [], strings = [] }: { values?: readonly number[]; strings?: readonly string[] } = {},
): TraceBatch {
  const words = (read: (event: TestEvent) => number | undefined): Uint32Array =>
    Uint32Array.from(events, (event) => read(event) ?? 0);
  return {
    first,
    kind: Uint8Array.from(events, ({ kind }) => kind),
    span: words(({ span }) => span),
    cLocation: words(() => 0),
    a: words(({ a }) => a),
    b: words(({ b }) => b),
    c: words(({ c }) => c),
    d: words(({ d }) => d),
    time: Float64Array.from(events, ({ time }) => time ?? 0),
    values: Float64Array.from(values),
    strings,
  };
}

/** Open a library, call a function with one pointer, return a bool, print, end: four kinds of operand in one trace. */
export const SMALL_TRACE = batchOf(
  0,
  [
    { kind: EventKind.Open, a: 1, b: 1 },
    { kind: EventKind.Alloc, a: 1, b: 1, c: 1024, d: 4 },
    { kind: EventKind.Own, a: 1, b: 1, c: 1 },
    { kind: EventKind.Point, a: 1, b: 1, c: 1 },
    { kind: EventKind.Call, a: 1, b: 2, c: 0 },
    { kind: EventKind.Return, a: 4, b: 0, c: 5 },
    { kind: EventKind.Console, a: 0, b: 3 },
    { kind: EventKind.End, a: 0 },
  ],
  {
    values: [1, ValueTag.Pointer, 1024, 1, 1, ValueTag.Boolean, 1],
    strings: ["strings", "set_name", "it was set"],
  },
);
