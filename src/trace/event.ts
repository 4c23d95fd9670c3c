import { OPERANDS, type EventKind, type OperandType, type Owner, type TraceBatch } from "./format.ts";

/** What every event has. */
export interface EventBase {
  readonly index: number;
  readonly span: number;
  readonly cLocation: number;
  readonly time: number;
}

/** An operand as the columns have it: a number, whatever it stands for. */
type Operand<T extends OperandType> = T extends "owner" ? Owner : number;

/** One kind of event, with its operands under the names that `OPERANDS` gives them. */
export type EventOf<K extends EventKind> = {
  [P in K]: EventBase & { readonly kind: P } & {
    readonly [N in keyof (typeof OPERANDS)[P]]: (typeof OPERANDS)[P][N] extends infer T extends OperandType
      ? Operand<T>
      : never;
  };
}[K];

/** One event, read out of the columns. */
export type TraceEvent = EventOf<EventKind>;

class Row implements EventBase {
  readonly kind: number;
  readonly index: number;
  readonly span: number;
  readonly cLocation: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly time: number;

  constructor(batch: TraceBatch, i: number) {
    this.index = batch.first + i;
    this.kind = batch.kind[i]!;
    this.span = batch.span[i]!;
    this.cLocation = batch.cLocation[i]!;
    this.a = batch.a[i]!;
    this.b = batch.b[i]!;
    this.c = batch.c[i]!;
    this.d = batch.d[i]!;
    this.time = batch.time[i]!;
  }
}

const COLUMNS: readonly (PropertyDescriptor & ThisType<Row>)[] = [
  {
    get() {
      return this.a;
    },
  },
  {
    get() {
      return this.b;
    },
  },
  {
    get() {
      return this.c;
    },
  },
  {
    get() {
      return this.d;
    },
  },
];

// A million events are read while the page waits, so all kinds have one class, with every name that any of them uses. A
// name that stood for two columns would be defined twice, which throws when this module loads.
for (const operands of Object.values(OPERANDS))
  Object.keys(operands).forEach((name, i) => Object.defineProperty(Row.prototype, name, COLUMNS[i]!));

/** The event at a place of a batch that has it. */
export const readEvent = (batch: TraceBatch, i: number): TraceEvent => new Row(batch, i) as EventBase as TraceEvent;
