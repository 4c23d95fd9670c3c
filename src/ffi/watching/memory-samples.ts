import { SAMPLE_BUDGET, SAMPLE_BYTES, EventKind } from "../../trace/format.ts";
import type { Block } from "../memory/block.ts";
import type { TraceWriter } from "../../trace/writer.ts";

/** What a look costs whose bytes are those of the look before. */
const UNCHANGED = 32;

/** The memory that is looked at, and the number of its library in the trace. */
export interface SampledMemory {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes into the trace what memory held whenever one side had it from the other. Only what changed is written, and only
 * so much in a whole run: a loop of a million calls keeps its pace.
 */
export class MemorySamples {
  readonly #trace: TraceWriter;
  readonly #spanNow: () => number;
  #left = SAMPLE_BUDGET;
  /** By block id: the string of the last look, and the type that C knew it by. */
  readonly #seen = new Map<number, { text: number; type: number }>();
  readonly #written = new Map<Block, SampledMemory>();

  /** @param spanNow Where the program is. */
  constructor(trace: TraceWriter, spanNow: () => number) {
    this.#trace = trace;
    this.#spanNow = spanNow;
  }

  /** Looks at a block. `type` is the string of what C's pointer points to; 0 leaves it as it was. */
  look(memory: SampledMemory, block: Block, type: number): void {
    if (this.#left <= 0 || block.freed) return;
    const { bytes } = memory;
    const { address } = block;
    const part = bytes.subarray(address, address + Math.min(block.bytes, SAMPLE_BYTES));
    const text = this.#trace.string(String.fromCharCode.apply(null, part as unknown as number[]));
    const before = this.#seen.get(block.id);
    const known = type || (before?.type ?? 0);
    if (before?.text === text && before.type === known) return this.#spend(UNCHANGED);
    this.#seen.set(block.id, { text, type: known });
    this.#trace.event(EventKind.MemorySamples, this.#spanNow(), 0, memory.id, block.id, known, text);
    this.#spend(part.length + UNCHANGED);
  }

  #spend(amount: number): void {
    this.#left -= amount;
    // From here on no samples are taken; the trace says so.
    if (this.#left <= 0) this.#trace.event(EventKind.MemorySamples, 0, 0, 0, 0, 0, 0);
  }

  /** TypeScript writes to a block: what it wrote is looked at before C can see it. */
  written(memory: SampledMemory, block: Block | null): void {
    if (block && this.#left > 0) this.#written.set(block, memory);
  }

  settle(): void {
    if (this.#written.size === 0) return;
    for (const [block, memory] of this.#written) this.look(memory, block, 0);
    this.#written.clear();
  }
}
