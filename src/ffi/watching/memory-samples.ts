import { SAMPLE_BUDGET, SAMPLE_BYTES, EventKind } from "../../trace/format.ts";
import type { Block } from "../memory/block.ts";
import type { CallPlan } from "../calls/call-plan.ts";
import { PointerObject } from "../memory/pointer.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { TraceWriter } from "../../trace/writer.ts";

/** What a look costs whose bytes are those of the look before. */
const UNCHANGED = 32;
/** Blocks of C's own that one call can bring to be seen. */
const MOST_NEW_BLOCKS = 16;

/**
 * Writes into the trace what memory held whenever one side had it from the other. Only what changed is written, and only
 * so much in a whole run: a loop of a million calls keeps its pace.
 */
export class MemorySamples {
  readonly #trace: TraceWriter;
  #left = SAMPLE_BUDGET;
  /** By block id: the string of the last look, and the type that C knew it by. */
  readonly #seen = new Map<number, { text: number; type: number }>();
  readonly #written = new Map<Block, AddressSpace>();

  constructor(trace: TraceWriter) {
    this.#trace = trace;
  }

  /** Looks at a block. `type` is the string of what C's pointer points to; 0 leaves it as it was. */
  look(space: AddressSpace, block: Block, type: number): void {
    if (this.#left <= 0 || block.freed) return;
    const { bytes } = space;
    const { address } = block;
    const part = bytes.subarray(address, address + Math.min(block.bytes, SAMPLE_BYTES));
    const text = this.#trace.string(String.fromCharCode.apply(null, part as unknown as number[]));
    const before = this.#seen.get(block.id);
    const known = type || (before?.type ?? 0);
    if (before?.text === text && before.type === known) return this.#spend(UNCHANGED);
    this.#seen.set(block.id, { text, type: known });
    this.#trace.event(EventKind.MemorySamples, space.runtime.span, 0, space.id, block.id, known, text);
    this.#spend(part.length + UNCHANGED);
  }

  #spend(amount: number): void {
    this.#left -= amount;
    // From here on nobody looks; the trace says so.
    if (this.#left <= 0) this.#trace.event(EventKind.MemorySamples, 0, 0, 0, 0, 0, 0);
  }

  /** TypeScript writes to a block: what it wrote is looked at before C can see it. */
  written(space: AddressSpace, block: Block | null): void {
    if (block && this.#left > 0) this.#written.set(block, space);
  }

  settle(): void {
    if (this.#written.size === 0) return;
    for (const [block, space] of this.#written) this.look(space, block, 0);
    this.#written.clear();
  }
}

/** The looks that belong to one function's calls. */
export interface CallSamples {
  /** What C is given. */
  before(args: readonly unknown[], raw: readonly (number | bigint)[]): void;
  /** What C has left in it. */
  after(args: readonly unknown[], raw: readonly (number | bigint)[]): void;
  /** What C gives, and what it has allocated since it was called. */
  result(value: unknown): void;
}

/** Null for a run that does not want contents, and for functions that know no memory. */
export function callSamples(plan: CallPlan): CallSamples | null {
  const { space, actual, definition, resultBytes } = plan;
  const { samples, trace } = space.runtime;
  if (!samples) return null;
  const pointers = actual.parameters.flatMap(({ type }, index) =>
    type.kind === "pointer" ? [{ index, to: type.to, id: 0 }] : [],
  );
  const pointee = actual.result.kind === "pointer" ? { to: actual.result.to, id: 0 } : null;
  if (pointers.length === 0 && !pointee && definition.parameters.length === 0) return null;
  const hidden = resultBytes > 0 ? 1 : 0;
  let known = 0;
  const lookAll = (args: readonly unknown[], raw: readonly (number | bigint)[]): void => {
    for (const pointer of pointers) {
      const value = args[pointer.index];
      let block: Block | null = null;
      if (PointerObject.is(value)) block = PointerObject.block(value);
      else if (ArrayBuffer.isView(value)) block = space.blockAt(Number(raw[pointer.index + hidden]) >>> 0);
      if (block) samples.look(space, block, (pointer.id ||= trace.string(pointer.to)));
    }
  };
  return {
    before(args, raw) {
      samples.settle();
      known = space.blocks().length;
      lookAll(args, raw);
    },
    after: lookAll,
    result(value) {
      const block = pointee && PointerObject.is(value) ? PointerObject.block(value) : null;
      if (block && pointee) samples.look(space, block, (pointee.id ||= trace.string(pointee.to)));
      const blocks = space.blocks();
      const last = Math.min(blocks.length, known + MOST_NEW_BLOCKS);
      for (let i = known; i < last; i += 1) samples.look(space, blocks[i]!, 0);
    },
  };
}
