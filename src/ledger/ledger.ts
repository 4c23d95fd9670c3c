import type { LibraryBuild, LibraryDescription } from "../contract/description.ts";
import type { CompiledProgram } from "../contract/program.ts";
import { FAULTS } from "../faults/codes.ts";
import type { Audience } from "../faults/definition.ts";
import type { FaultDetail } from "../faults/detail.ts";
import { blockNotes, wordFault } from "../faults/word-fault.ts";
import type { EventOf, TraceEvent } from "../trace/event.ts";
import { EventKind, OPERANDS, type EndStatus, type ProgramError, type TraceBatch } from "../trace/format.ts";
import { lastAtMost } from "../trace/reader.ts";
import type { BlocksAsked } from "./blocks.ts";
import type { CallbackHistory } from "./callback-history.ts";
import { CodeLocations } from "./code-locations.ts";
import type { CrossingKey } from "./crossing-history.ts";
import { nameEvent, type LedgerEvent } from "./event.ts";
import { Histories } from "./histories.ts";
import type { MemorySample } from "./memory-sample-history.ts";
import type { Block, Callback, CodeLocation, Crossing, Fault, Refusal, Snapshot, Totals } from "./snapshot.ts";

/**
 * Reads a trace as what it means: which blocks there are and whose, what crossed, what went wrong, at any step. It
 * answers from the histories of the trace.
 */
export class Ledger {
  readonly #locations: CodeLocations;
  readonly #histories: Histories;
  readonly #audience: Audience;
  readonly #libraryName = (id: number): string => this.#histories.libraries.name(id);

  constructor(program: {
    readonly spans: CompiledProgram["spans"];
    readonly descriptions: readonly LibraryDescription[];
    /** The build of its libraries; `checked` unless said. */
    readonly build?: LibraryBuild;
    /** For whom faults are put into words. Absent: for a program of TypeScript and C. */
    readonly audience?: Audience;
  }) {
    this.#audience = program.audience ?? "typescript-and-c";
    this.#locations = new CodeLocations(program.spans, program.descriptions);
    this.#histories = new Histories(this.#locations, program.build ?? "checked");
  }

  /** Number of events. */
  get length(): number {
    return this.#histories.trace.length;
  }

  append(batch: TraceBatch): void {
    this.#histories.append(batch);
  }

  /** Ends a trace that has no end of its own, because its run was stopped from outside. */
  end(status: EndStatus, error: ProgramError | null = null): void {
    this.#histories.appendEnd(status, error);
  }

  /** What is true when `step` events have happened; beyond the trace's end, its end. */
  at(step: number): Snapshot {
    const { blocks: blockHistories, console, crossings, end, faults, libraries, totals } = this.#histories;
    const now = Math.max(0, Math.min(step, this.length));
    let blocks: readonly Block[] | undefined;
    const blocksNow = () => (blocks ??= blockHistories.allAt(now));
    return {
      step: now,
      // Made on demand: a snapshot is often asked for its totals alone.
      get blocks() {
        return blocksNow();
      },
      crossings: crossings.countAt(now),
      faults: faults.at(now, (event, detail) => this.#report(event, detail)),
      console: console.slice(0, lastAtMost(console, now - 1, (line) => line.event) + 1),
      libraries: libraries.at(now),
      end: end && end.event < now ? end : null,
      totals: totals.at(now),
    };
  }

  #report(index: number, detail: FaultDetail): Fault {
    const event = this.#histories.trace.event(index) as EventOf<typeof EventKind.Fault>;
    const { code } = detail;
    const block = this.block(event.block, index);
    const typescript = this.#locations.typescript(event.span);
    return {
      event: index,
      code,
      name: FAULTS[code].name,
      ...wordFault({ detail, block, span: typescript }, this.#audience),
      notes: blockNotes(block, this.#audience),
      location: {
        event: index,
        typescript,
        c: this.#locations.c(this.#libraryName(detail.library), event.cLocation),
      },
      block,
      detail,
    };
  }

  get blocks(): BlocksAsked {
    return this.#histories.blocks;
  }

  /** One block as it is at a step; null when the trace knows no such block by then. */
  block(id: number, step: number): Block | null {
    return this.#histories.blocks.at(id, step);
  }

  /** The last sample of a block by a step, and the one before it; null when there is none by then. */
  samples(block: number, step: number): { readonly last: MemorySample; readonly before: MemorySample | null } | null {
    return this.#histories.samples.at(block, step);
  }

  /** The TypeScript functions that were made callable by a step, closed ones too, and what C remembers of them. */
  callbacks(step: number): Callback[] {
    return this.#histories.callbacks.at(step, this.#locations);
  }

  /** Every registration of the run, whether it has ended or not: for a picture in which each has its place. */
  registrations(): ReturnType<CallbackHistory["all"]> {
    return this.#histories.callbacks.all();
  }

  /** The event after which the run kept no more contents; null when it kept all it looked at. */
  get samplesSpentAt(): number | null {
    return this.#histories.samples.spentAt;
  }

  /** How a library describes itself, by its name. */
  description(library: string): LibraryDescription | null {
    return this.#locations.description(library);
  }

  /** Indices of the faults' events, in order. */
  get faultEvents(): readonly number[] {
    return this.#histories.faults.events;
  }

  /** `at(step).totals`, without the rest. */
  totals(step: number): Totals {
    return this.#histories.totals.at(step);
  }

  /** How many times the memory of a library has grown by a step. */
  growths(step: number): number {
    return this.#histories.libraries.growthsAt(step);
  }

  /** The allocations that had failed by a step because the run was asked to fail them, in order. */
  refusals(step: number): Refusal[] {
    return this.#histories.refusals
      .filter(({ event, crossing }) => event < step && crossing !== -1)
      .map(({ event, crossing: index }) => {
        const crossing = index === null ? null : this.crossing(index, step);
        // In a call C is at work, in a callback and outside of all TypeScript is.
        const isOfC = crossing?.direction === "call";
        return {
          by: isOfC ? "c" : "typescript",
          function: isOfC ? crossing.function : null,
          crossing,
          location: this.location(event),
        };
      });
  }

  /** How many crossings have begun at a step. */
  crossings(step: number): number {
    return this.#histories.crossings.countAt(step);
  }

  /** What a crossing is, without reading its values. @throws RangeError when there is none. */
  crossingKey(index: number): CrossingKey {
    return this.#histories.crossings.keyOf(index);
  }

  /** Every function that crossed, either way, in order of its first call. */
  get crossingKinds(): readonly CrossingKey[] {
    return this.#histories.crossings.kinds;
  }

  /** Indices of the first crossing of each function from each place, in order, by a step. */
  firstCrossings(step: number): number[] {
    const count = this.crossings(step);
    return this.#histories.crossings.firsts.filter((index) => index < count);
  }

  /** Indices of the crossings in which a fault was found, in order. */
  faultyCrossings(): number[] {
    return this.#histories.faults.crossings();
  }

  /** Whether a fault was found in a crossing by a step. */
  isFaulty(index: number, step: number): boolean {
    return this.#histories.faults.isIn(index, step);
  }

  /**
   * What one event says, by its place among all of them.
   * @throws RangeError when there is none.
   */
  event(index: number): LedgerEvent {
    return nameEvent(this.#histories.trace.event(index), this.#histories.trace, this.#libraryName);
  }

  /**
   * Where one event happened, on both sides; the begin of a call, where C defines the function.
   * @throws RangeError when there is none.
   */
  location(index: number): CodeLocation {
    const event = this.#histories.trace.event(index);
    const name = this.#libraryName(this.#libraryOf(event));
    const c =
      event.kind === EventKind.Call
        ? this.#locations.definition(name, this.#histories.trace.string(event.function))
        : this.#locations.c(name, event.cLocation);
    return { event: index, typescript: this.#locations.typescript(event.span), c };
  }

  /** The id of the library that an event is about; 0 when it is about none. */
  #libraryOf(event: TraceEvent): number {
    if (event.kind === EventKind.Fault) return this.#histories.faults.detail(event.index)?.library ?? 0;
    return "library" in OPERANDS[event.kind] ? (event as EventOf<typeof EventKind.Open>).library : 0;
  }

  /**
   * One crossing, by its place among them; at `step` it may still be running.
   * @throws RangeError when there is none.
   */
  crossing(index: number, step = this.length): Crossing {
    return this.#histories.crossings.read(index, step, this.#histories.trace, this.#locations, this.#libraryName);
  }
}
