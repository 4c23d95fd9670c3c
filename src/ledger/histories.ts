import type { LibraryBuild } from "../contract/description.ts";
import { faultCode } from "../faults/codes.ts";
import { readDetail } from "../faults/read-detail.ts";
import {
  CallbackChange,
  CONSOLE_LEVELS,
  END_STATUSES,
  EventKind,
  type EndStatus,
  type ProgramError,
  type TraceBatch,
} from "../trace/format.ts";
import { readEvent, type EventOf, type TraceEvent } from "../trace/event.ts";
import { readProgramError } from "../trace/program-error.ts";
import { Trace } from "../trace/reader.ts";
import { Blocks } from "./blocks.ts";
import { CallbackHistory } from "./callback-history.ts";
import type { CodeLocations } from "./code-locations.ts";
import { callbackName, CrossingHistory } from "./crossing-history.ts";
import { FaultHistory } from "./fault-history.ts";
import { LibraryHistory } from "./library-history.ts";
import { MemorySampleHistory } from "./memory-sample-history.ts";
import { RunningTotals } from "./running-totals.ts";
import type { ConsoleLine, End } from "./snapshot.ts";

/**
 * A trace, folded into a history for each thing instead of a state for each step, so that any step costs as much as what
 * is alive in it. It has what happened, and no words for it.
 *
 * Ids that a trace does not introduce are passed over: a trace is not trusted to be sane.
 */
export class Histories {
  readonly trace = new Trace();
  readonly samples = new MemorySampleHistory();
  readonly crossings = new CrossingHistory();
  readonly libraries = new LibraryHistory();
  readonly callbacks = new CallbackHistory();
  readonly totals = new RunningTotals();
  readonly faults = new FaultHistory();
  readonly blocks: Blocks;
  readonly #locations: CodeLocations;
  readonly #isChecked: boolean;
  readonly #console: ConsoleLine[] = [];
  readonly #refusals: Refusal[] = [];
  #end: EndOfTrace | null = null;

  /** @param build the build of the program's libraries */
  constructor(locations: CodeLocations, build: LibraryBuild) {
    this.#locations = locations;
    this.#isChecked = build !== "fast";
    this.blocks = new Blocks(locations, this.totals);
  }

  /** Lines that the program printed, in order. */
  get console(): readonly ConsoleLine[] {
    return this.#console;
  }

  /** Allocations that failed because the run was asked to fail them, in order. */
  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  /** Null while the trace has no end. */
  get end(): EndOfTrace | null {
    return this.#end;
  }

  append(batch: TraceBatch): void {
    this.trace.append(batch);
    for (let i = 0; i < batch.kind.length; i += 1) this.#take(readEvent(batch, i));
  }

  /** Appends the end to a trace that has none of its own, because its run was stopped from outside. */
  appendEnd(status: EndStatus, error: ProgramError | null): void {
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
        this.libraries.open(index, event.library, trace.string(event.name));
        return;
      case EventKind.Close:
        this.libraries.close(index, event.library);
        return;
      case EventKind.Grow:
        this.libraries.grow(index, event.library, event.after);
        return;
      case EventKind.Refused:
        this.#refusals.push({
          event: index,
          crossing: event.within > 0 ? this.crossings.indexOf(event.within - 1) : null,
        });
        return;
      case EventKind.Call: {
        const name = trace.string(event.function);
        this.crossings.begin(index, event.enclosing, "call", name, span, event.cLocation);
        this.totals.call(index);
        return;
      }
      case EventKind.Callback: {
        const { library, callback } = event;
        if (event.change === CallbackChange.Made)
          this.callbacks.make(index, library, this.libraries.name(library), callback, span);
        else this.callbacks.close(index, library, callback);
        return;
      }
      case EventKind.Register: {
        const by = trace.string(event.by);
        this.callbacks.register(event, by, this.#endOf(event.library, by));
        return;
      }
      case EventKind.Unregister:
        this.callbacks.unregister(event);
        return;
      case EventKind.CallbackEnter:
        this.crossings.begin(index, event.enclosing, "callback", callbackName(event.callback), span, event.cLocation);
        return;
      case EventKind.Return:
      case EventKind.Unwind:
      case EventKind.CallbackReturn:
        this.#crossingEnds(index, event.call, event.bytesCopied);
        return;
      case EventKind.Copy:
        this.totals.copy(index, event.copied);
        return;
      case EventKind.Alloc:
        this.blocks.alloc(event, this.libraries.name(event.library));
        return;
      case EventKind.Own:
        this.blocks.own(event, trace.string(event.label));
        return;
      case EventKind.Point:
        this.blocks.point(event);
        return;
      case EventKind.Keep:
        this.blocks.keep(event, event.by === 0 ? null : trace.string(event.by));
        return;
      case EventKind.Free:
        this.blocks.free(event, trace.string(event.by));
        return;
      case EventKind.Held: {
        const { holder, global } = event;
        this.blocks.hold(
          event,
          holder > 0 ? { global: null, block: holder } : { global: trace.string(global), block: null },
        );
        return;
      }
      case EventKind.MemorySamples:
        this.samples.take(index, event.block, trace.string(event.contents), trace.string(event.type));
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
        this.faults.take(index, detail, event.crossing > 0 ? this.crossings.indexOf(event.crossing - 1) : -1);
        this.blocks.fault(index, event.block);
        return;
      }
      // It says why what follows comes next, and changes nothing.
      case EventKind.Turn:
        return;
      case EventKind.End:
        this.#takeEnd(event);
        return;
    }
  }

  #crossingEnds(event: number, begin: number, bytesCopied: number): void {
    this.crossings.end(event, begin);
    if (bytesCopied > 0) this.totals.copy(event, bytesCopied);
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
      held: this.blocks.stillHeld(),
    };
    if (isCompleted) this.blocks.end(event.index);
  }

  /** The function that ends what another one of a library registers; empty where the library has none. */
  #endOf(library: number, register: string): string {
    const functions = this.#locations.description(this.libraries.name(library))?.functions ?? [];
    return functions.find(({ name }) => name === register)?.registers?.endedBy ?? "";
  }
}

interface Refusal {
  readonly event: number;
  /** The crossing it was in; null for outside of all, -1 for one that the trace does not have. */
  readonly crossing: number | null;
}

type EndOfTrace = End & { readonly event: number };
