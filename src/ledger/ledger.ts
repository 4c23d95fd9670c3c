import type { LibraryDescription } from "../contract/description.ts";
import { faultCode, FAULTS } from "../contract/faults.ts";
import type { CompiledProgram } from "../contract/program.ts";
import {
  CONSOLE_LEVELS,
  END_STATUSES,
  EventKind,
  type EndStatus,
  type Owner,
  type ProgramError,
  type TraceBatch,
} from "../contract/trace.ts";
import { BlockHistory } from "./block-history.ts";
import { CallbackHistory, type Role } from "./callback-history.ts";
import { ContentsHistory, type Look } from "./contents-history.ts";
import { callbackName, CrossingHistory, type CrossingKey } from "./crossing-history.ts";
import type { Block, Callback, ConsoleLine, Crossing, Fault, Moment, OpenLibrary, Totals, Where } from "./moment.ts";
import { parseFaultDetail, parseProgramError } from "./parse-detail.ts";
import { Places } from "./places.ts";
import { RunningTotals } from "./running-totals.ts";
import { lastAtMost, readEvent, Trace, type TraceEvent } from "./trace.ts";
import { blockNotes, wordFault } from "./wording.ts";

interface LibraryHistory {
  readonly name: string;
  readonly openedAt: number;
  closedAt: number | null;
  readonly grown: { readonly event: number; readonly bytes: number }[];
}

/**
 * Reads a trace as what it means: which blocks there are and whose, what crossed, what went wrong, at any step.
 *
 * It keeps a history for each thing instead of a state for each step, so that any step costs as much as what is alive
 * in it. Ids that a trace does not introduce are passed over: a trace is not trusted to be sane.
 */
export class Ledger {
  readonly trace = new Trace();
  readonly #places: Places;
  readonly #blocks = new Map<number, BlockHistory>();
  /** Every block by its place; those that came since somebody looked wait in `#fresh`. */
  #ordered: BlockHistory[] = [];
  #fresh: BlockHistory[] = [];
  /** Ids of the released blocks, in order of their release. */
  readonly #released: number[] = [];
  readonly #contents = new ContentsHistory();
  readonly #crossings = new CrossingHistory();
  readonly #libraries = new Map<number, LibraryHistory>();
  readonly #callbacks = new CallbackHistory();
  readonly #totals = new RunningTotals();
  readonly #console: ConsoleLine[] = [];
  readonly #faults: { readonly event: number; report: Fault | null }[] = [];
  readonly #faultEvents: number[] = [];
  /** Blocks that were used, or were to be used, after their release. */
  readonly #missed = new Set<number>();
  /** First fault's event by crossing. */
  readonly #faulty = new Map<number, number>();
  #end: { readonly event: number; readonly status: EndStatus; readonly error: ProgramError | null } | null = null;

  constructor(program: {
    readonly sites: CompiledProgram["sites"];
    readonly descriptions: readonly LibraryDescription[];
  }) {
    this.#places = new Places(program.sites, program.descriptions);
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
      site: zero(),
      cSite: zero(),
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
    const { index, site, a, b, c, d } = event;
    const { trace } = this;
    switch (event.kind) {
      case EventKind.Open:
        this.#libraries.set(a, { name: trace.string(b), openedAt: index, closedAt: null, grown: [] });
        return;
      case EventKind.Close: {
        const library = this.#libraries.get(a);
        if (library) library.closedAt = index;
        return;
      }
      case EventKind.Grow:
        this.#libraries.get(a)?.grown.push({ event: index, bytes: c });
        return;
      case EventKind.Call:
        this.#crossings.begin(index, d, "call", trace.string(b), site, event.cSite);
        this.#totals.call(index);
        this.#callbacks.call(index, a, b, () => this.#role(a, trace.string(b)));
        return;
      case EventKind.Callback: {
        const library = this.#libraryName(a);
        if (c === 1) this.#callbacks.make(index, a, library, b, site);
        else this.#callbacks.close(index, a, b);
        return;
      }
      case EventKind.CallbackEnter:
        this.#crossings.begin(index, d, "callback", callbackName(b), site, event.cSite);
        return;
      case EventKind.Return:
      case EventKind.Unwind:
      case EventKind.CallbackReturn:
        this.#crossings.end(index, a);
        if (event.kind === EventKind.Return) this.#callbacks.returned(index, a, trace);
        if (b > 0) this.#totals.copy(index, b);
        return;
      case EventKind.Copy:
        this.#totals.copy(index, c);
        return;
      case EventKind.Alloc: {
        const place = { event: index, site, cSite: event.cSite };
        if (this.#blocks.has(b)) return;
        const block = new BlockHistory(b, this.#libraryName(a), c, d, place);
        this.#blocks.set(b, block);
        this.#fresh.push(block);
        return;
      }
      case EventKind.Own: {
        const block = this.#blocks.get(b);
        if (!block) return;
        const isFirst = block.born > index;
        block.own(index, site, c as Owner, trace.string(d));
        if (isFirst && block.isLive) this.#totals.block(index, 1, block.bytes);
        return;
      }
      case EventKind.Point:
        this.#blocks.get(b)?.point(index, site, c, d | 0);
        return;
      case EventKind.Keep:
        this.#blocks.get(b)?.keep(index, c === 0 ? null : trace.string(c));
        return;
      case EventKind.Free: {
        const block = this.#blocks.get(b);
        if (!block?.isLive) return;
        block.free(index, site, event.cSite, trace.string(c));
        this.#released.push(b);
        this.#totals.block(index, -1, block.bytes);
        return;
      }
      case EventKind.Held:
        this.#blocks.get(b)?.hold(index, d > 0 ? { global: null, block: d } : { global: trace.string(c), block: null });
        return;
      case EventKind.Contents:
        this.#contents.take(index, b, trace.string(d), trace.string(c));
        return;
      case EventKind.Console: {
        const level = CONSOLE_LEVELS[a] ?? "log";
        this.#console.push({ event: index, level, text: trace.string(b), typescript: this.#places.typescript(site) });
        return;
      }
      case EventKind.Fault:
        if (!faultCode(a)) return;
        this.#faults.push({ event: index, report: null });
        this.#faultEvents.push(index);
        if (this.#blocks.get(b)?.isLive === false) this.#missed.add(b);
        if (event.c > 0) {
          const crossing = this.#crossings.indexOf(event.c - 1);
          if (crossing >= 0 && !this.#faulty.has(crossing)) this.#faulty.set(crossing, index);
        }
        return;
      case EventKind.End:
        this.#takeEnd(event);
        return;
    }
  }

  #takeEnd(event: TraceEvent): void {
    if (this.#end) return;
    const status = END_STATUSES[event.a] ?? "threw";
    this.#end = { event: event.index, status, error: parseProgramError(this.trace.string(event.b)) };
    if (status !== "completed") return;
    for (const block of this.#blocks.values()) {
      if (!block.isTheProgramsToRelease) continue;
      block.leak(event.index);
      this.#totals.leak(event.index, block.bytes);
    }
  }

  /** What a C function has to do with registrations; null for nothing. */
  #role(library: number, name: string): Role | null {
    const functions = this.#places.description(this.#libraryName(library))?.functions ?? [];
    const actual = functions.find((candidate) => candidate.name === name);
    if (!actual || (!actual.registers && !actual.unregisters)) return null;
    const end = functions.find((candidate) => candidate.name === actual.registers?.endedBy);
    return { actual, onlyOne: end?.unregisters?.id === null };
  }

  #libraryName(id: number): string {
    return this.#libraries.get(id)?.name ?? "";
  }

  /** What is true when `step` events have happened; beyond the trace's end, its end. */
  at(step: number): Moment {
    const now = Math.max(0, Math.min(step, this.length));
    const before = <T extends { readonly event: number }>(items: readonly T[]) =>
      items.slice(0, lastAtMost(items, now - 1, (item) => item.event) + 1);
    const end = this.#end && this.#end.event < now ? { status: this.#end.status, error: this.#end.error } : null;
    let blocks: readonly Block[] | undefined;
    const blocksNow = () => (blocks ??= this.#blocksAt(now));
    return {
      step: now,
      // Made when somebody looks: a moment is often asked for its totals alone.
      get blocks() {
        return blocksNow();
      },
      crossings: this.#crossings.countAt(now),
      faults: before(this.#faults).map((entry) => (entry.report ??= this.#report(entry.event))),
      console: before(this.#console),
      libraries: this.#librariesAt(now),
      end,
      totals: this.#totals.at(now),
    };
  }

  #blocksAt(step: number): Block[] {
    return this.blockIds(step).map((id) => this.#blocks.get(id)!.at(step, this.#places));
  }

  #librariesAt(step: number): OpenLibrary[] {
    const open: OpenLibrary[] = [];
    for (const [id, library] of this.#libraries) {
      if (library.openedAt >= step) continue;
      const grown = library.grown[lastAtMost(library.grown, step - 1, (entry) => entry.event)];
      open.push({
        id,
        name: library.name,
        open: library.closedAt === null || library.closedAt >= step,
        memoryBytes: grown?.bytes ?? 0,
      });
    }
    return open;
  }

  #report(index: number): Fault {
    const event = this.trace.event(index);
    const code = faultCode(event.a) ?? "FFI001";
    const detail = parseFaultDetail(this.trace.string(event.d));
    const block = this.block(event.b, index);
    const typescript = this.#places.typescript(event.site);
    return {
      event: index,
      code,
      name: FAULTS[code].name,
      ...wordFault(code, { detail, block, site: typescript }),
      notes: blockNotes(block),
      where: {
        event: index,
        typescript,
        c: this.#places.c(this.#libraryName(detail.library), event.cSite),
      },
      block,
      detail,
    };
  }

  /** Ids of the blocks there are at a step, as `at(step).blocks` has them; no more than `most`. */
  blockIds(step: number, most = Number.POSITIVE_INFINITY): number[] {
    const ids: number[] = [];
    for (const block of this.#inOrder()) {
      if (ids.length >= most) break;
      if (block.born < step) ids.push(block.id);
    }
    return ids;
  }

  #inOrder(): readonly BlockHistory[] {
    if (this.#fresh.length > 0) {
      this.#ordered = merged(this.#ordered, this.#fresh.sort(byPlace));
      this.#fresh = [];
    }
    return this.#ordered;
  }

  /**
   * Ids of the blocks that matter most at a step, no more than `most`: those that are allocated, the newest first, then
   * those released last. In no order that means anything else.
   */
  nearestBlocks(step: number, most: number): number[] {
    const ids: number[] = [];
    const all = [...this.#blocks.values()];
    for (let i = all.length - 1; i >= 0 && ids.length < most; i -= 1) {
      const block = all[i]!;
      if (block.born < step && block.freedAt >= step) ids.push(block.id);
    }
    const freedAt = (id: number): number => this.#blocks.get(id)!.freedAt;
    for (let i = lastAtMost(this.#released, step - 1, freedAt); i >= 0 && ids.length < most; i -= 1) {
      const id = this.#released[i]!;
      if (this.#blocks.get(id)!.born < step) ids.push(id);
    }
    return ids;
  }

  /** How many blocks there are at a step, tombstones too. */
  blockCount(step: number): number {
    let count = 0;
    for (const { born } of this.#blocks.values()) if (born < step) count += 1;
    return count;
  }

  /** Calls `look` with each block of a library's heap that there is at a step, in address order. */
  eachHeapBlock(
    library: string,
    step: number,
    look: (address: number, bytes: number, owner: "typescript" | "c" | "freed") => void,
  ): void {
    for (const block of this.#inOrder()) {
      if (block.library !== library || block.born >= step || block.isStatic) continue;
      const owner = block.freedAt < step ? "freed" : block.ownerAt(step) === "c" ? "c" : "typescript";
      look(block.address, block.bytes, owner);
    }
  }

  /** What a block held when somebody last looked, and the time before; null when nobody has by that step. */
  contents(block: number, step: number): { readonly last: Look; readonly before: Look | null } | null {
    return this.#contents.at(block, step);
  }

  /** The TypeScript functions that were made callable by a step, closed ones too, and what C remembers of them. */
  callbacks(step: number): Callback[] {
    return this.#callbacks.at(step, this.#places);
  }

  /** Every registration of the run, whether it has ended or not: for a picture in which each has its place. */
  registrations(): ReturnType<CallbackHistory["all"]> {
    return this.#callbacks.all();
  }

  /** The event after which the run kept no more contents; null when it kept all it looked at. */
  get contentsSpentAt(): number | null {
    return this.#contents.spentAt;
  }

  /** How a library describes itself, by its name. */
  description(library: string): LibraryDescription | null {
    return this.#places.description(library);
  }

  /** Indices of the faults' events, in order. */
  /** Whether, at any time of the run, something went wrong with a block that had been released: somebody still had a pointer. */
  isMissed(block: number): boolean {
    return this.#missed.has(block);
  }

  get faultEvents(): readonly number[] {
    return this.#faultEvents;
  }

  /** `at(step).totals`, without the rest. */
  totals(step: number): Totals {
    return this.#totals.at(step);
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
    return [...this.#faulty.keys()].sort((a, b) => a - b);
  }

  /** Whether a fault was found in a crossing by a step. */
  isFaulty(index: number, step: number): boolean {
    return (this.#faulty.get(index) ?? Number.POSITIVE_INFINITY) < step;
  }

  /**
   * Where one event happened, on both sides; the begin of a call, where C defines the function.
   * @throws RangeError when there is none.
   */
  where(index: number): Where {
    const event = this.trace.event(index);
    const { kind, site, cSite } = event;
    const isFault = kind === EventKind.Fault;
    const library = isFault ? parseFaultDetail(this.trace.string(event.d)).library : event.a;
    const name = this.#libraryName(library);
    const c =
      kind === EventKind.Call ? this.#places.definition(name, this.trace.string(event.b)) : this.#places.c(name, cSite);
    return { event: index, typescript: this.#places.typescript(site), c };
  }

  /** One block as it is at a step; null when the trace knows no such block by then. */
  block(id: number, step: number): Block | null {
    const history = this.#blocks.get(id);
    return history && history.born < step ? history.at(step, this.#places) : null;
  }

  /**
   * One crossing, by its place among them; at `step` it may still be running.
   * @throws RangeError when there is none.
   */
  crossing(index: number, step = this.length): Crossing {
    return this.#crossings.read(index, step, this.trace, this.#places, (id) => this.#libraryName(id));
  }
}

const byPlace = (a: BlockHistory, b: BlockHistory): number =>
  (a.library === b.library ? 0 : a.library < b.library ? -1 : 1) || a.address - b.address || a.id - b.id;

/** Two rows of blocks in order, as one: the long one is not sorted again for a few that came. */
function merged(these: readonly BlockHistory[], those: readonly BlockHistory[]): BlockHistory[] {
  const all: BlockHistory[] = [];
  let i = 0;
  for (const block of those) {
    while (i < these.length && byPlace(these[i]!, block) < 0) all.push(these[i++]!);
    all.push(block);
  }
  while (i < these.length) all.push(these[i++]!);
  return all;
}
