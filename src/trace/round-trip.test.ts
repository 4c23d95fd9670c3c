import fc from "fast-check";
import { expect, test } from "vitest";
import { faultNumber } from "../faults/codes.ts";
import { Ledger, isStop, nextStop, sentenceAt, subjectOf } from "../ledger/index.ts";
import { readEvent, type TraceEvent } from "./event.ts";
import { EventKind, OPERANDS, type OperandType, type TraceBatch } from "./format.ts";
import { TraceGuard } from "./guard.ts";
import { Trace } from "./reader.ts";
import { readValue, readValues } from "./values/read.ts";
import type { Value } from "./values/value.ts";
import { valueLists, writeValue } from "./values/values.test-support.ts";
import { TraceWriter } from "./writer.ts";

const DETAIL = JSON.stringify({ code: "FFI015", library: 1, exception: "RangeError: 7" });
const ERROR = JSON.stringify({ name: "Error", message: "no", line: 1 });

/** Random numbers from which an event makes its operands, and whether what is pending goes out after it. */
interface Seed {
  readonly kind: EventKind;
  readonly span: number;
  readonly numbers: readonly number[];
  readonly text: string;
  readonly values: readonly Value[];
  readonly flush: boolean;
}

const seeds: fc.Arbitrary<Seed[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.values(EventKind)),
    span: fc.nat({ max: 9 }),
    numbers: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    text: fc.string(),
    values: valueLists,
    flush: fc.boolean(),
  }),
  { maxLength: 60 },
);

/** What was written, as a reader should find it. */
interface Written {
  readonly kind: EventKind;
  readonly operands: Readonly<Record<string, unknown>>;
}

/** Writes a trace as a runner could: each seed whose kind is possible where it stands becomes an event. */
function write(from: readonly Seed[], ends: boolean): { written: Written[]; batches: TraceBatch[] } {
  const batches: TraceBatch[] = [];
  const writer = new TraceWriter(
    () => 0,
    (batch) => batches.push(batch),
    () => undefined,
  );
  const written: Written[] = [];
  const open: number[] = [];
  let libraries = 0;

  const event = ({ kind, span, numbers, text, values }: Seed): void => {
    const types = Object.entries<OperandType>(OPERANDS[kind]);
    if (kind === EventKind.End) return;
    if (types.some(([, type]) => type === "library") && libraries === 0) return;
    if (types.some(([, type]) => type === "ends") && open.length === 0) return;
    const operands: Record<string, unknown> = {};
    const string = (content: string): number => writer.string(content);
    const small = (i: number, count: number): number => numbers[i]! % count;
    const columns = types.map(([name, type], i): number => {
      const is = (operand: number, meaning: unknown = operand): number => {
        operands[name] = meaning;
        return operand;
      };
      switch (type) {
        case "number":
          return is(numbers[i]!);
        case "signed":
          return is(-small(i, 100) >>> 0, -small(i, 100) >>> 0);
        case "newLibrary":
          return is((libraries += 1));
        case "library":
          return is(1 + small(i, libraries));
        case "libraryOrNone":
          return is(Math.min(1, libraries));
        case "string":
          return is(string(text), text);
        case "stringOrNone":
          // A sample has contents, and a holder is a global or a block: `numbers[0]` says which.
          if (kind === EventKind.MemorySamples) return libraries === 0 ? is(0, "") : is(string(text), text);
          if (kind === EventKind.Held && small(0, 2) === 0) return is(0, "");
          return is(string(text), text);
        case "id":
          return is(1 + small(i, 5));
        case "idOrNone":
          if (kind === EventKind.MemorySamples) return is(libraries === 0 ? 0 : 1 + small(i, 5));
          if (kind === EventKind.Held) return is(small(0, 2) === 0 ? 1 : 0);
          return is(small(i, 5));
        case "values": {
          const at = writer.valueOffset;
          writer.count(values.length);
          for (const value of values) writeValue(writer, value);
          return is(at, values);
        }
        case "value": {
          const value: Value = values[0] ?? { kind: "undefined" };
          const at = writer.valueOffset;
          writeValue(writer, value);
          return is(at, value);
        }
        case "begins":
          return is(open.length === 0 ? 0 : open.at(-1)! + 1);
        case "ends":
          return is(open.pop()!);
        case "crossing":
          return is(open.length === 0 ? 0 : open.at(-1)! + 1);
        case "owner":
          return is(1 + small(i, 3));
        case "change":
        case "direction":
          return is(1 + small(i, 2));
        case "level":
          return is(small(i, 5));
        case "fault":
          return is(faultNumber("FFI015"));
        case "detail":
          return is(string(DETAIL), DETAIL);
        case "status":
          return is(small(i, 4));
        case "error":
          return is(string(ERROR), ERROR);
      }
    });
    const index = writer.event(kind, span, 0, ...columns);
    if (types.some(([, type]) => type === "begins")) open.push(index);
    written.push({ kind, operands });
  };

  for (const seed of from) {
    event(seed);
    if (seed.flush) writer.flush();
  }
  if (ends) {
    const status = writer.event(EventKind.End, 0, 0, 0, 0);
    written[status] = { kind: EventKind.End, operands: { status: 0, error: "" } };
  }
  writer.flush();
  return { written, batches };
}

const refusal = (batches: readonly TraceBatch[]): string | null => {
  const guard = new TraceGuard(10);
  for (const batch of batches) {
    const why = guard.refusal(batch);
    if (why !== null) return why;
  }
  return null;
};

const program = { spans: Array.from({ length: 10 }, () => null), descriptions: [] };

/** Everything that the page asks of a ledger, at every step. */
function readAll(batches: readonly TraceBatch[]): void {
  const ledger = new Ledger(program as never);
  for (const batch of batches) ledger.append(batch);
  for (let step = 0; step <= ledger.length; step += 1) {
    const snapshot = ledger.at(step);
    void snapshot.blocks;
    sentenceAt(ledger, snapshot);
    expect(nextStop(ledger, step)).toBeGreaterThanOrEqual(step);
    expect(isStop(ledger, 0)).toBe(true);
    expect(subjectOf(ledger, step)).toBeLessThan(Math.max(step, 0.5));
    for (let i = 0; i < snapshot.crossings; i += 1) ledger.crossing(i, step);
    if (step < ledger.length) {
      ledger.event(step);
      ledger.location(step);
    }
    ledger.callbacks(step);
  }
}

/** An operand as it was written, whatever stands for it in the columns. */
function meaning(trace: Trace, event: TraceEvent, name: string, type: OperandType): unknown {
  const number = (event as unknown as Record<string, number>)[name]!;
  if (type === "values") return readValues(trace, number);
  if (type === "value") return readValue(trace, number);
  const isText = type === "string" || type === "stringOrNone" || type === "detail" || type === "error";
  return isText ? trace.string(number) : number;
}

test("what was written is accepted, and read as it was, in whatever batches it came", () => {
  fc.assert(
    fc.property(seeds, fc.boolean(), (from, ends) => {
      const { written, batches } = write(from, ends);
      expect(refusal(batches)).toBeNull();
      const trace = new Trace();
      for (const batch of batches) trace.append(batch);
      expect(trace.length).toBe(written.length);
      const read = written.map(({ kind }, index): Written => {
        const event = trace.event(index);
        const operands = Object.entries<OperandType>(OPERANDS[kind]).map(([name, type]) => [
          name,
          meaning(trace, event, name, type),
        ]);
        return { kind: event.kind, operands: Object.fromEntries(operands) as Written["operands"] };
      });
      expect(read).toEqual(written);
    }),
  );
});

test("a ledger reads what was written at every step", () => {
  fc.assert(
    fc.property(seeds, fc.boolean(), (from, ends) => readAll(write(from, ends).batches)),
    { numRuns: 50 },
  );
});

const columns = ["kind", "span", "cLocation", "a", "b", "c", "d", "time", "values"] as const;

test("one number that is wrong, or one column cut short, is refused, or the ledger reads what was accepted", () => {
  const damage = fc.record({
    column: fc.constantFrom(...columns),
    batch: fc.nat(),
    at: fc.nat(),
    number: fc.oneof(fc.nat({ max: 20 }), fc.nat(), fc.double()),
    cut: fc.boolean(),
  });
  let accepted = 0;
  fc.assert(
    fc.property(seeds, damage, (from, { column, batch: which, at, number, cut }) => {
      const { batches } = write(from, true);
      const batch = batches[which % batches.length]!;
      const damaged = batch[column];
      const changed = cut ? damaged.slice(0, at % damaged.length || 0) : damaged.slice();
      if (!cut) changed[at % damaged.length] = number;
      batches[which % batches.length] = { ...batch, [column]: changed };
      if (refusal(batches) !== null) return;
      accepted += 1;
      readAll(batches);
    }),
    { numRuns: 300 },
  );
  expect(accepted).toBeGreaterThan(0);
});

test("a name stands for its column in every kind that has it", () => {
  const batch = { ...write([], true).batches[0]! };
  const numbers = { a: 11, b: 12, c: 13, d: 14 };
  for (const [kind, operands] of Object.entries(OPERANDS)) {
    const columnsOf = Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, Uint32Array.of(n)]));
    const event = readEvent({ ...batch, ...columnsOf, kind: Uint8Array.of(Number(kind)) }, 0);
    const read = Object.keys(operands).map((name) => (event as unknown as Record<string, number>)[name]);
    expect(read).toEqual([11, 12, 13, 14].slice(0, read.length));
  }
});
