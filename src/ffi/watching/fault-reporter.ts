import { FAULTS, faultNumber, type FaultCode } from "../../faults/codes.ts";
import { functionOf, type DetailInLibrary, type FaultDetail } from "../../faults/detail.ts";
import { Duplicates } from "../../faults/duplicates.ts";
import { writeDetail } from "../../faults/write-detail.ts";
import { EventKind } from "../../trace/format.ts";
import type { TraceWriter } from "../../trace/writer.ts";
import { FfiFault } from "../errors.ts";
import type { Block } from "../memory/block.ts";

/** What a report reads of the run: where it stands. */
export interface RunPosition {
  readonly trace: TraceWriter;
  /** The calls that are under way, innermost last. */
  readonly crossings: readonly { readonly event: number; readonly span: number; readonly isCallback: boolean }[];
  /** The learner's expression at work. */
  readonly span: number;
}

/** Where a fault is to be blamed, when it is not where the program stands. */
export interface FaultLocation {
  readonly span?: number;
  readonly cLocation?: number;
}

/** Writes the faults of one run into its trace, each wrong act once. */
export class FaultReporter {
  readonly #run: RunPosition;
  readonly #duplicates = new Duplicates();
  /** Each error that was returned, and where the program stood then. */
  readonly #made = new WeakMap<object, number>();
  #count = 0;
  #latest: FfiFault | null = null;

  constructor(run: RunPosition) {
    this.#run = run;
  }

  /** How many faults have been reported; duplicates do not count. */
  get count(): number {
    return this.#count;
  }

  /** What `report` returned for the latest of them; null before the first. */
  get latest(): FfiFault | null {
    return this.#latest;
  }

  /** Whether an error is one that `report` has returned. */
  hasMade(error: unknown): boolean {
    return typeof error === "object" && error !== null && this.#made.has(error);
  }

  /** Where the program stood when `report` returned this error; undefined for any other one. */
  madeAt(error: unknown): number | undefined {
    return typeof error === "object" && error !== null ? this.#made.get(error) : undefined;
  }

  /**
   * Reports a fault, unless it is a duplicate of one before.
   *
   * @param library whose address space it concerns; null for none
   * @returns the error to throw where going on would be meaningless
   */
  report(
    detail: DetailInLibrary,
    library: { readonly id: number } | null,
    block: Block | null,
    at: FaultLocation = {},
  ): FfiFault {
    const { crossings, trace } = this.#run;
    const crossing = crossings.at(-1);
    // In a callback TypeScript is at work, and knows its own line.
    const span = at.span ?? (crossing && !crossing.isCallback ? crossing.span : this.#run.span);
    const cLocation = at.cLocation ?? 0;
    const isDuplicate = this.#duplicates.isDuplicate({
      detail,
      block: block?.id ?? null,
      place: span === 0 ? null : `${span} ${cLocation}`,
      call: crossing ? { event: crossing.event, cLocation } : null,
    });
    const by = functionOf(detail);
    const error = new FfiFault(detail.code, `${FAULTS[detail.code].title}${by ? ` (in ${by})` : ""}`);
    this.#made.set(error, this.#run.span);
    if (isDuplicate) return error;
    this.#count += 1;
    this.#latest = error;
    const whole: FaultDetail = { ...detail, library: library?.id ?? 0 };
    const text = trace.string(writeDetail(whole));
    const inside = crossing ? crossing.event + 1 : 0;
    trace.event(EventKind.Fault, span, cLocation, faultNumber(detail.code), block?.id ?? 0, inside, text);
    return error;
  }

  /** What was done to a block so far is settled: the same fault of it is a new one. */
  forget(code: FaultCode, block: Block): void {
    this.#duplicates.forget(code, block.id);
  }
}
