import type { CLocation } from "../contract/description.ts";
import { Allocator, OriginRecord } from "../contract/checker-abi.ts";
import { classify, type MemoryAt } from "../faults/classify.ts";
import { faultNumber } from "../faults/codes.ts";
import type { DetailInLibrary } from "../faults/detail.ts";
import { Duplicates } from "../faults/duplicates.ts";
import { writeDetail } from "../faults/write-detail.ts";
import { EventKind, Owner } from "../trace/format.ts";
import { findingOf } from "../ffi/watching/checker-fault.ts";
import type { TraceWriter } from "../trace/writer.ts";
import type { Binary } from "./binary.ts";
import { BlockMap, LIBRARY, type KnownBlock } from "./block-map.ts";
import { findLeaks, type Leaks } from "./leaks.ts";
import { isKeptByLibrary } from "./library-blocks.ts";
import { rightRelease } from "./right-release.ts";
import { endOfVariable } from "./stack-variable.ts";
import { StopProgram } from "./stop-program.ts";

/** What a program calls to release a block by itself. */
const RELEASES = new Set(["free", "realloc"]);

/** A checked program's code locations by number, and what of the C library is called at each. */
export interface ProgramLocations {
  readonly locations: readonly (CLocation | null)[];
  readonly callees: readonly (string | null)[];
  /** Whether what is stored there is computed there. */
  readonly computed: readonly boolean[];
}

/** Answers the checker's questions, and writes down what they mean. */
export class CheckerHost {
  readonly #binary: Binary;
  readonly #trace: TraceWriter;
  readonly #program: ProgramLocations;
  readonly #blocks: BlockMap;
  readonly #duplicates = new Duplicates();
  /** Location of the `realloc` that has made its new block and not yet released the old one. */
  #moving = 0;

  constructor(binary: Binary, trace: TraceWriter, program: ProgramLocations) {
    this.#binary = binary;
    this.#trace = trace;
    this.#program = program;
    this.#blocks = new BlockMap(binary, trace);
  }

  allocated(address: number, bytes: number, allocator: number, cLocation: number): void {
    this.#blocks.add(address, bytes, isKeptByLibrary(this.#program.callees[cLocation] ?? "") ? 0 : cLocation);
    this.#moving = allocator === Allocator.Realloc ? cLocation : 0;
  }

  /** Answers whether a block may be released. */
  release(address: number, cLocation: number): number {
    const block = this.#blocks.at(address);
    if (!block) return 1;
    const callee = this.#program.callees[cLocation] ?? "";
    if (RELEASES.has(callee)) {
      const made = this.#program.callees[block.cLocation] ?? "";
      const right = rightRelease(made, block);
      const released = { function: callee, address };
      // What no line of the program allocated, its arguments for one, is not the program's to release.
      if (block.id === 0) this.report({ code: "FFI006", ...released, memory: "unknown", offset: 0 }, null, cLocation);
      else if (right !== undefined)
        this.report({ code: "FFI007", ...released, deallocator: right, allocator: made }, block, cLocation);
      if (block.id === 0 || right !== undefined) {
        block.wronglyReleased = true;
        return 0;
      }
    }
    this.#free(block, cLocation);
    return 1;
  }

  #free(block: KnownBlock, cLocation: number): void {
    const by = this.#moving !== 0 && this.#moving === cLocation ? "realloc" : "free";
    this.#moving = 0;
    block.freed = true;
    if (block.id !== 0) this.#trace.event(EventKind.Free, 0, cLocation, LIBRARY, block.id, this.#trace.string(by));
  }

  /** A bad access or release. Throws where the program cannot go on. */
  fault(kind: number, address: number, bytes: number, cLocation: number): void {
    const finding = findingOf(kind);
    if (finding === "stack-exhausted") this.#stackExhausted(address, cLocation);
    const block = this.#blocks.around(address);
    if (finding === "invalid-free" && block?.kind === "heap") {
      if (block.address === address) {
        // It is a good block whose bookkeeping an earlier bad write has destroyed.
        this.#free(block, cLocation);
        return;
      }
      block.wronglyReleased = true;
    }
    const memory: MemoryAt = { block, ended: endOfVariable(this.#binary.shadow(address)) };
    const by = this.#program.callees[cLocation] ?? null;
    const detail = classify({ finding, address, bytes, function: by, memory });
    this.report(detail, block, cLocation);
    if (finding === "double-free" || finding === "invalid-free" || finding === "overlap") return;
    if (address < this.#binary.address("__global_base")) throw new StopProgram(detail.code, cLocation);
  }

  /**
   * An unwritten value decides something.
   *
   * @param origin The runtime's record of where it comes from; 0 when that is not known.
   * @param address Where it was read; 0 for one that is on its way.
   */
  unwritten(origin: number, address: number, bytes: number, cLocation: number): void {
    let blamed = cLocation;
    let root = origin;
    for (let next = this.#binary.word(root); root !== 0 && next !== 0; next = this.#binary.word(root)) {
      const stored = this.#binary.word(root + OriginRecord.Location);
      if (this.#program.computed[stored]) blamed = stored;
      root = next;
    }
    const block = root === 0 ? null : this.#blocks.ofOrigin(root);
    const inBlock = block !== null && address >= block.address && address < block.address + block.bytes;
    const detail = {
      code: "FFI016",
      what: inBlock ? "memory" : "value",
      side: "c",
      function: blamed === cLocation ? (this.#program.callees[cLocation] ?? null) : null,
      address,
      bytes,
      offset: inBlock ? address - block.address : 0,
    } as const;
    this.report(detail, block, blamed);
  }

  /** The program needed more stack than there is. */
  #stackExhausted(address: number, cLocation: number): never {
    const memory = { block: null, ended: null };
    const detail = classify({ finding: "stack-exhausted", address, bytes: 0, function: null, memory });
    this.report(detail, null, cLocation);
    throw new StopProgram(detail.code, cLocation);
  }

  /** Writes a fault into the trace, unless it is a duplicate of one before. */
  report(detail: DetailInLibrary, block: KnownBlock | null, cLocation: number): void {
    const isDuplicate = this.#duplicates.isDuplicate({
      detail,
      block: block && (block.id || `at ${block.address}`),
      place: this.#lineOf(cLocation),
      call: null,
    });
    if (isDuplicate) return;
    const text = this.#trace.string(writeDetail({ ...detail, library: LIBRARY }));
    this.#trace.event(EventKind.Fault, 0, cLocation, faultNumber(detail.code), block?.id ?? 0, 0, text);
  }

  /** The line of a location: what is wrong there is one act, however often and at whichever column it runs. */
  #lineOf(cLocation: number): string | null {
    const location = this.#program.locations[cLocation];
    return location ? `${location.file}:${location.line}` : null;
  }

  /** At the end of a program that ended by itself: what it has lost is a fault, one for each line that allocated it. */
  reportLeaks(): Leaks {
    const leaks = findLeaks(this.#binary, this.#blocks);
    const release = (block: KnownBlock): string =>
      rightRelease(this.#program.callees[block.cLocation] ?? "", block) ?? "free";
    for (const block of leaks.lost) {
      const by = this.#trace.string(release(block));
      this.#trace.event(EventKind.Own, 0, 0, LIBRARY, block.id, Owner.TypeScript, by);
    }
    const groups = new Map<string, KnownBlock[]>();
    for (const block of leaks.first) {
      const key = `${this.#lineOf(block.cLocation) ?? block.cLocation} ${release(block)}`;
      const group = groups.get(key);
      if (group) group.push(block);
      else groups.set(key, [block]);
    }
    for (const group of groups.values()) {
      const bytes = group.reduce((sum, block) => sum + block.bytes, 0);
      const [first] = group as [KnownBlock];
      const { address, cLocation } = first;
      const detail = { code: "FFI002", address, blocks: group.length, bytes, deallocator: release(first) } as const;
      this.report(detail, first, cLocation);
    }
    return leaks;
  }
}
