import type { LibraryBuild, LibraryDescription } from "../contract/description.ts";
import { faultCode, FAULTS } from "../faults/codes.ts";
import type { Audience } from "../faults/definition.ts";
import type { FaultDetail } from "../faults/detail.ts";
import { readDetail } from "../faults/read-detail.ts";
import { blockNotes, wordFault } from "../faults/word-fault.ts";
import type { CompiledProgram } from "../contract/program.ts";
import {
  CallbackChange,
  CONSOLE_LEVELS,
  END_STATUSES,
  EventKind,
  OPERANDS,
  type EndStatus,
  type ProgramError,
  type TraceBatch,
} from "../trace/format.ts";
import { Blocks, type BlocksAsked } from "./blocks.ts";
import { CallbackHistory, type Role } from "./callback-history.ts";
import { MemorySampleHistory, type MemorySample } from "./memory-sample-history.ts";
import { callbackName, CrossingHistory, type CrossingKey } from "./crossing-history.ts";
import { nameEvent, type LedgerEvent } from "./event.ts";
import { FaultHistory } from "./fault-history.ts";
import { LibraryHistory } from "./library-history.ts";
import type { Block, Callback, ConsoleLine, Crossing, End, Fault, Snapshot, Totals, CodeLocation } from "./snapshot.ts";
import { readProgramError } from "../trace/program-error.ts";
import { CodeLocations } from "./code-locations.ts";
import { RunningTotals } from "./running-totals.ts";
import { readEvent, type EventOf, type TraceEvent } from "../trace/event.ts";
import { lastAtMost, Trace } from "../trace/reader.ts";

/**
 * Reads a trace as what it means: which blocks there are and whose, what crossed, what went wrong, at any step.
 *
 * It keeps a history for each thing instead of a state for each step, so that any step costs as much as what is alive
 * in it. Ids that a trace does not introduce are passed over: a trace is not trusted to be sane.
 */
export class Ledger {
  readonly trace = new Trace();
  readonly #locations: CodeLocations;
  readonly #samples = new MemorySampleHistory();
  readonly #crossings = new CrossingHistory();
  readonly #libraries = new LibraryHistory();
  readonly #callbacks = new CallbackHistory();
  readonly #totals = new RunningTotals();
  readonly #blocks: Blocks;
  readonly #faults = new FaultHistory((event, detail) => this.#report(event, detail));
  readonly #audience: Audience;
  readonly #console: ConsoleLine[] = [];
  /** Allocations that failed because the run was asked to fail them, each with the crossing it was in; -1 for none. */
  readonly #refusals: { readonly event: number; readonly crossing: number }[] = [];
  readonly #isChecked: boolean;
  #end: (End & { readonly event: number }) | null = null;

  constructor(program: {
    readonly spans: CompiledProgram["spans"];
    readonly descriptions: readonly LibraryDescription[];
    /** The build of its libraries; `checked` unless said. */
    readonly build?: LibraryBuild;
    /** For whom faults are put into words. Absent: for a program of TypeScript and C. */
    readonly audience?: Audience;
  }) {
    this.#audience = program.audience ?? "typescript-and-c";
    this.#isChecked = program.build !== "fast";
    this.#locations = new CodeLocations(program.spans, program.descriptions);
    this.#blocks = new Blocks(this.#locations, this.#totals);
  }

  /** Number of events. */
  get length(): number {
    return this.trace.length;
  }

  append(batch: TraceBatch): void {
    this.trace.append(batch);
    for (let i = 0; i < batch.kind.length; i += 1) this.#take(readEvent(batch, i));
  }

  /** Ends a trace that has no end of its own, because its run was stopped from outside. */
  end(status: EndStatus, error: ProgramError | null = null): void {
    if (this.#end) return;
    const zero = () => new Uint32Array(1);
    const text = error ? [JSON.stringify(error)] : [];
    this.append({
      first: this.trace.length,
      kind: Uint8Array.of(EventKind.End),
      span: zero(),
      cLocation: zero(),
      a: Uint32Array.of(END_STATUSES.indexOf(status)),
      b: Uint32Array.of(error ? this.trace.strings + 1 : 0),
      c: zero(),
      d: zero(),
      time: Float64Array.of(this.trace.length > 0 ? this.trace.event(this.trace.length - 1).time : 0),
      values: new Float64Array(0),
      strings: text,
    });
  }

  #take(event: TraceEvent): void {
    const { index, span } = event;
    const { trace } = this;
    switch (event.kind) {
      case EventKind.Open:
        this.#libraries.open(index, event.library, trace.string(event.name));
        return;
      case EventKind.Close:
        this.#libraries.close(index, event.library);
        return;
      case EventKind.Grow:
        this.#libraries.grow(index, event.library, event.after);
        return;
      case EventKind.Refused:
        this.#refusals.push({
          event: index,
          crossing: event.within > 0 ? this.#crossings.indexOf(event.within - 1) : -1,
        });
        return;
      case EventKind.Call: {
        const name = trace.string(event.function);
        this.#crossings.begin(index, event.enclosing, "call", name, span, event.cLocation);
        this.#totals.call(index);
        this.#callbacks.call(event, () => this.#role(event.library, name));
        return;
      }
      case EventKind.Callback: {
        const { library, callback } = event;
        if (event.change === CallbackChange.Made)
          this.#callbacks.make(index, library, this.#libraries.name(library), callback, span);
        else this.#callbacks.close(index, library, callback);
        return;
      }
      case EventKind.CallbackEnter:
        this.#crossings.begin(index, event.enclosing, "callback", callbackName(event.callback), span, event.cLocation);
        return;
      case EventKind.Return:
        this.#crossingEnds(index, event.call, event.bytesCopied);
        this.#callbacks.returned(event, trace);
        return;
      case EventKind.Unwind:
      case EventKind.CallbackReturn:
        this.#crossingEnds(index, event.call, event.bytesCopied);
        return;
      case EventKind.Copy:
        this.#totals.copy(index, event.copied);
        return;
      case EventKind.Alloc:
        this.#blocks.alloc(event, this.#libraries.name(event.library));
        return;
      case EventKind.Own:
        this.#blocks.own(event, trace.string(event.label));
        return;
      case EventKind.Point:
        this.#blocks.point(event);
        return;
      case EventKind.Keep:
        this.#blocks.keep(event, event.by === 0 ? null : trace.string(event.by));
        return;
      case EventKind.Free:
        this.#blocks.free(event, trace.string(event.by));
        return;
      case EventKind.Held: {
        const { holder, global } = event;
        this.#blocks.hold(
          event,
          holder > 0 ? { global: null, block: holder } : { global: trace.string(global), block: null },
        );
        return;
      }
      case EventKind.MemorySamples:
        this.#samples.take(index, event.block, trace.string(event.contents), trace.string(event.type));
        return;
      case EventKind.Console:
        this.#console.push({
          event: index,
          level: CONSOLE_LEVELS[event.level] ?? "log",
          text: trace.string(event.text),
          typescript: this.#locations.typescript(span),
        });
        return;
      case EventKind.Fault: {
        const code = faultCode(event.fault);
        const detail = code === undefined ? null : readDetail(code, trace.string(event.detail));
        if (detail === null) return;
        this.#faults.take(index, detail, event.crossing > 0 ? this.#crossings.indexOf(event.crossing - 1) : -1);
        this.#blocks.fault(index, event.block);
        return;
      }
      case EventKind.End:
        this.#takeEnd(event);
        return;
    }
  }

  #crossingEnds(event: number, begin: number, bytesCopied: number): void {
    this.#crossings.end(event, begin);
    if (bytesCopied > 0) this.#totals.copy(event, bytesCopied);
  }

  #takeEnd(event: EventOf<typeof EventKind.End>): void {
    if (this.#end) return;
    const status = END_STATUSES[event.status] ?? "threw";
    const isCompleted = status === "completed";
    this.#end = {
      event: event.index,
      status,
      error: event.error > 0 ? readProgramError(this.trace.string(event.error)) : null,
      leaks: !this.#isChecked ? "unchecked" : isCompleted ? "judged" : "cut-short",
      held: this.#blocks.stillHeld(),
    };
    if (isCompleted) this.#blocks.end(event.index);
  }

  /** What a C function has to do with registrations; null for nothing. */
  #role(library: number, name: string): Role | null {
    const functions = this.#locations.description(this.#libraries.name(library))?.functions ?? [];
    const actual = functions.find((candidate) => candidate.name === name);
    if (!actual || (!actual.registers && !actual.unregisters)) return null;
    const end = functions.find((candidate) => candidate.name === actual.registers?.endedBy);
    return { actual, onlyOne: end?.unregisters?.id === null };
  }

  /** What is true when `step` events have happened; beyond the trace's end, its end. */
  at(step: number): Snapshot {
    const now = Math.max(0, Math.min(step, this.length));
    let blocks: readonly Block[] | undefined;
    const blocksNow = () => (blocks ??= this.#blocks.allAt(now));
    return {
      step: now,
      // Made on demand: a snapshot is often asked for its totals alone.
      get blocks() {
        return blocksNow();
      },
      crossings: this.#crossings.countAt(now),
      faults: this.#faults.at(now),
      console: this.#console.slice(0, lastAtMost(this.#console, now - 1, (line) => line.event) + 1),
      libraries: this.#libraries.at(now),
      end: this.#end && this.#end.event < now ? this.#end : null,
      totals: this.#totals.at(now),
    };
  }

  #report(index: number, detail: FaultDetail): Fault {
    const event = this.trace.event(index) as EventOf<typeof EventKind.Fault>;
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
        c: this.#locations.c(this.#libraries.name(detail.library), event.cLocation),
      },
      block,
      detail,
    };
  }

  get blocks(): BlocksAsked {
    return this.#blocks;
  }

  /** One block as it is at a step; null when the trace knows no such block by then. */
  block(id: number, step: number): Block | null {
    return this.#blocks.at(id, step);
  }

  /** The last sample of a block by a step, and the one before it; null when there is none by then. */
  samples(block: number, step: number): { readonly last: MemorySample; readonly before: MemorySample | null } | null {
    return this.#samples.at(block, step);
  }

  /** The TypeScript functions that were made callable by a step, closed ones too, and what C remembers of them. */
  callbacks(step: number): Callback[] {
    return this.#callbacks.at(step, this.#locations);
  }

  /** Every registration of the run, whether it has ended or not: for a picture in which each has its place. */
  registrations(): ReturnType<CallbackHistory["all"]> {
    return this.#callbacks.all();
  }

  /** The event after which the run kept no more contents; null when it kept all it looked at. */
  get samplesSpentAt(): number | null {
    return this.#samples.spentAt;
  }

  /** How a library describes itself, by its name. */
  description(library: string): LibraryDescription | null {
    return this.#locations.description(library);
  }

  /** Indices of the faults' events, in order. */
  get faultEvents(): readonly number[] {
    return this.#faults.events;
  }

  /** `at(step).totals`, without the rest. */
  totals(step: number): Totals {
    return this.#totals.at(step);
  }

  /** How many times the memory of a library has grown by a step. */
  growths(step: number): number {
    return this.#libraries.growthsAt(step);
  }

  /** The crossings in which, by a step, an allocation of C's failed because the run was asked to fail it, in order. */
  refusals(step: number): Crossing[] {
    return this.#refusals
      .filter(({ event, crossing }) => event < step && crossing >= 0)
      .map(({ crossing }) => this.crossing(crossing, step));
  }

  /** How many crossings have begun at a step. */
  crossings(step: number): number {
    return this.#crossings.countAt(step);
  }

  /** What a crossing is, without reading its values. @throws RangeError when there is none. */
  crossingKey(index: number): CrossingKey {
    return this.#crossings.keyOf(index);
  }

  /** Every function that crossed, either way, in order of its first call. */
  get crossingKinds(): readonly CrossingKey[] {
    return this.#crossings.kinds;
  }

  /** Indices of the first crossing of each function from each place, in order, by a step. */
  firstCrossings(step: number): number[] {
    const count = this.crossings(step);
    return this.#crossings.firsts.filter((index) => index < count);
  }

  /** Indices of the crossings in which a fault was found, in order. */
  faultyCrossings(): number[] {
    return this.#faults.crossings();
  }

  /** Whether a fault was found in a crossing by a step. */
  isFaulty(index: number, step: number): boolean {
    return this.#faults.isIn(index, step);
  }

  /**
   * What one event says, by its place among all of them.
   * @throws RangeError when there is none.
   */
  event(index: number): LedgerEvent {
    return nameEvent(this.trace.event(index), this.trace, (id) => this.#libraries.name(id));
  }

  /**
   * Where one event happened, on both sides; the begin of a call, where C defines the function.
   * @throws RangeError when there is none.
   */
  location(index: number): CodeLocation {
    const event = this.trace.event(index);
    const name = this.#libraries.name(this.#libraryOf(event));
    const c =
      event.kind === EventKind.Call
        ? this.#locations.definition(name, this.trace.string(event.function))
        : this.#locations.c(name, event.cLocation);
    return { event: index, typescript: this.#locations.typescript(event.span), c };
  }

  /** The id of the library that an event is about; 0 when it is about none. */
  #libraryOf(event: TraceEvent): number {
    if (event.kind === EventKind.Fault) return this.#faults.detail(event.index)?.library ?? 0;
    return "library" in OPERANDS[event.kind] ? (event as EventOf<typeof EventKind.Open>).library : 0;
  }

  /**
   * One crossing, by its place among them; at `step` it may still be running.
   * @throws RangeError when there is none.
   */
  crossing(index: number, step = this.length): Crossing {
    return this.#crossings.read(index, step, this.trace, this.#locations, (id) => this.#libraries.name(id));
  }
}
