import type { CLocation } from "../contract/description.ts";
import { faultNumber, type FaultCode } from "../faults/codes.ts";
import { EventKind, Owner, type FaultDetail } from "../trace/format.ts";
import { CheckerFault as Kind, NULL_PAGE } from "../ffi/watching/checker-fault.ts";
import type { TraceWriter } from "../trace/writer.ts";
import type { Binary } from "./binary.ts";
import { BlockMap, LIBRARY, ORIGIN, type KnownBlock } from "./block-map.ts";
import { Echoes } from "./echoes.ts";
import { findLeaks, type Leaks } from "./leaks.ts";
import { isKeptByLibrary } from "./library-blocks.ts";
import { rightRelease } from "./right-release.ts";
import { AFTER_RETURN, isGoneShadow } from "./stack-variable.ts";
import { StopProgram } from "./stop-program.ts";
import { CIRCUMSTANCE } from "./wording.ts";

const BY_REALLOC = 3;

/** What a program calls to release a block by itself. */
const RELEASES = new Set(["free", "realloc"]);

/** Positions in the program, and what of the C library is called there. */
export interface Positions {
  readonly sites: readonly (CLocation | null)[];
  readonly callees: readonly (string | null)[];
  /** Whether what is stored there is computed there. */
  readonly computed: readonly boolean[];
}

/** Answers the checker's questions, and writes down what they mean. */
export class CheckerHost {
  readonly #binary: Binary;
  readonly #trace: TraceWriter;
  readonly #positions: Positions;
  readonly #blocks: BlockMap;
  readonly #echoes: Echoes;
  /** Position of the `realloc` that has made its new block and not yet released the old one. */
  #moving = 0;

  constructor(binary: Binary, trace: TraceWriter, positions: Positions) {
    this.#binary = binary;
    this.#trace = trace;
    this.#positions = positions;
    this.#blocks = new BlockMap(binary, trace);
    this.#echoes = new Echoes(positions.sites);
  }

  allocated(address: number, bytes: number, allocator: number, cLocation: number): void {
    this.#blocks.add(address, bytes, isKeptByLibrary(this.#positions.callees[cLocation] ?? "") ? 0 : cLocation);
    this.#moving = allocator === BY_REALLOC ? cLocation : 0;
  }

  /** Answers whether a block may be released. */
  release(address: number, cLocation: number): number {
    const block = this.#blocks.at(address);
    if (!block) return 1;
    const callee = this.#positions.callees[cLocation] ?? "";
    if (RELEASES.has(callee)) {
      const made = this.#positions.callees[block.cLocation] ?? "";
      const right = rightRelease(made, block);
      const detail = { act: "free", address, function: callee } as const;
      // What no line of the program allocated, its arguments for one, is not the program's to release.
      if (block.id === 0) this.report("FFI006", null, detail, cLocation);
      else if (right !== undefined)
        this.report("FFI007", block, { ...detail, expected: right, actual: made }, cLocation);
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
    if (kind === Kind.StackExhausted) this.#stackExhausted(address, cLocation);
    const block = this.#blocks.around(address);
    const isRelease = kind === Kind.DoubleFree || kind === Kind.InvalidFree;
    const act = kind === Kind.Write ? "write" : isRelease ? "free" : "read";
    const offset = block ? address - block.address : 0;
    const detail = { act, address, bytes, offset, function: this.#positions.callees[cLocation] ?? null } as const;
    if (kind === Kind.InvalidFree && block?.kind === "heap") {
      if (block.address === address) {
        // It is a good block whose bookkeeping an earlier bad write has destroyed.
        this.#free(block, cLocation);
        return;
      }
      block.wronglyReleased = true;
    }
    if (kind === Kind.Overlap) {
      this.report("FFI005", block, { ...detail, act: "write", actual: CIRCUMSTANCE.overlap }, cLocation);
      return;
    }
    const code = this.#code(kind, address, block);
    this.report(code, block, { ...detail, actual: this.#circumstance(kind, address, block) }, cLocation);
    if (address < this.#binary.address("__global_base") && !isRelease) throw new StopProgram(code, cLocation);
  }

  /**
   * A value decides something that nobody wrote.
   *
   * @param origin The runtime's record of where it comes from; 0 when that is not known.
   * @param address Where it was read; 0 for one that is on its way.
   */
  unwritten(origin: number, address: number, bytes: number, cLocation: number): void {
    let blamed = cLocation;
    let root = origin;
    for (let next = this.#binary.word(root); root !== 0 && next !== 0; next = this.#binary.word(root)) {
      const stored = this.#binary.word(root + ORIGIN.site);
      if (this.#positions.computed[stored]) blamed = stored;
      root = next;
    }
    const block = root === 0 ? null : this.#blocks.ofOrigin(root);
    const inBlock = block !== null && address >= block.address && address < block.address + block.bytes;
    const detail = {
      act: "read",
      address,
      bytes,
      offset: inBlock ? address - block.address : 0,
      function: blamed === cLocation ? (this.#positions.callees[cLocation] ?? null) : null,
      actual: inBlock ? null : CIRCUMSTANCE.value,
    } as const;
    this.report("FFI016", block, detail, blamed);
  }

  #circumstance(kind: number, address: number, block: KnownBlock | null): string | null {
    if (kind === Kind.Write && block?.constant && address < block.address + block.bytes) return CIRCUMSTANCE.constant;
    if (block?.kind !== "local") return null;
    const shadow = this.#binary.shadow(address);
    if (!isGoneShadow(shadow)) return CIRCUMSTANCE.local;
    return shadow === AFTER_RETURN ? CIRCUMSTANCE.afterReturn : CIRCUMSTANCE.afterScope;
  }

  #code(kind: number, address: number, block: KnownBlock | null): FaultCode {
    const gone = block?.freed === true || isGoneShadow(this.#binary.shadow(address));
    switch (kind) {
      case Kind.DoubleFree:
        return "FFI003";
      case Kind.InvalidFree:
        return "FFI006";
      case Kind.Unterminated:
        return gone ? "FFI004" : "FFI010";
      default:
        if (address < NULL_PAGE) return "FFI001";
        return gone ? "FFI004" : "FFI005";
    }
  }

  /** The program needed more stack than there is. */
  #stackExhausted(address: number, cLocation: number): never {
    this.report("FFI005", null, { act: "write", address, actual: CIRCUMSTANCE.stackExhausted }, cLocation);
    throw new StopProgram("FFI005", cLocation);
  }

  report(code: FaultCode, block: KnownBlock | null, detail: Partial<FaultDetail>, cLocation: number): void {
    const whole: FaultDetail = {
      act: "call",
      library: LIBRARY,
      address: 0,
      bytes: 0,
      offset: 0,
      function: null,
      expected: null,
      actual: null,
      ...detail,
    };
    if (this.#echoes.isEcho(code, block, whole, cLocation)) return;
    const text = this.#trace.string(JSON.stringify(whole));
    this.#trace.event(EventKind.Fault, 0, cLocation, faultNumber(code), block?.id ?? 0, 0, text);
  }

  /** At the end of a program that ended by itself: what it has lost is a fault, one for each line that allocated it. */
  reportLeaks(): Leaks {
    const leaks = findLeaks(this.#binary, this.#blocks);
    const release = (block: KnownBlock): string =>
      rightRelease(this.#positions.callees[block.cLocation] ?? "", block) ?? "free";
    for (const block of leaks.lost) {
      const by = this.#trace.string(release(block));
      this.#trace.event(EventKind.Own, 0, 0, LIBRARY, block.id, Owner.TypeScript, by);
    }
    const groups = new Map<number, KnownBlock[]>();
    for (const block of leaks.first) groups.set(block.cLocation, [...(groups.get(block.cLocation) ?? []), block]);
    for (const [cLocation, group] of groups) {
      const bytes = group.reduce((sum, block) => sum + block.bytes, 0);
      const [first] = group as [KnownBlock];
      const { address } = first;
      const detail = { act: "end", address, bytes, expected: release(first), actual: String(group.length) } as const;
      this.report("FFI002", first, detail, cLocation);
    }
    return leaks;
  }
}
