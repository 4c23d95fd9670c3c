import type { CSite } from "../contract/description.ts";
import { faultNumber, type FaultCode } from "../contract/faults.ts";
import { EventKind, Owner, type FaultDetail } from "../contract/trace.ts";
import { CheckerFault as Kind, NULL_PAGE } from "../ffi/checker-fault.ts";
import type { TraceWriter } from "../ffi/trace-writer.ts";
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
  readonly sites: readonly (CSite | null)[];
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

  allocated(address: number, bytes: number, allocator: number, cSite: number): void {
    this.#blocks.add(address, bytes, isKeptByLibrary(this.#positions.callees[cSite] ?? "") ? 0 : cSite);
    this.#moving = allocator === BY_REALLOC ? cSite : 0;
  }

  /** Answers whether a block may be released. */
  release(address: number, cSite: number): number {
    const block = this.#blocks.at(address);
    if (!block) return 1;
    const callee = this.#positions.callees[cSite] ?? "";
    if (RELEASES.has(callee)) {
      const made = this.#positions.callees[block.cSite] ?? "";
      const right = rightRelease(made, block);
      const detail = { act: "free", address, function: callee } as const;
      // What no line of the program allocated, its arguments for one, is not the program's to release.
      if (block.id === 0) this.report("FFI006", null, detail, cSite);
      else if (right !== undefined) this.report("FFI007", block, { ...detail, expected: right, actual: made }, cSite);
      if (block.id === 0 || right !== undefined) {
        block.wronglyReleased = true;
        return 0;
      }
    }
    this.#free(block, cSite);
    return 1;
  }

  #free(block: KnownBlock, cSite: number): void {
    const by = this.#moving !== 0 && this.#moving === cSite ? "realloc" : "free";
    this.#moving = 0;
    block.freed = true;
    if (block.id !== 0) this.#trace.event(EventKind.Free, 0, cSite, LIBRARY, block.id, this.#trace.string(by));
  }

  /** A bad access or release. Throws where the program cannot go on. */
  fault(kind: number, address: number, bytes: number, cSite: number): void {
    if (kind === Kind.StackExhausted) this.#stackExhausted(address, cSite);
    const block = this.#blocks.around(address);
    const isRelease = kind === Kind.DoubleFree || kind === Kind.InvalidFree;
    const act = kind === Kind.Write ? "write" : isRelease ? "free" : "read";
    const offset = block ? address - block.address : 0;
    const detail = { act, address, bytes, offset, function: this.#positions.callees[cSite] ?? null } as const;
    if (kind === Kind.InvalidFree && block?.kind === "heap") {
      if (block.address === address) {
        // It is a good block whose bookkeeping an earlier bad write has destroyed.
        this.#free(block, cSite);
        return;
      }
      block.wronglyReleased = true;
    }
    if (kind === Kind.Overlap) {
      this.report("FFI005", block, { ...detail, act: "write", actual: CIRCUMSTANCE.overlap }, cSite);
      return;
    }
    const code = this.#code(kind, address, block);
    this.report(code, block, { ...detail, actual: this.#circumstance(kind, address, block) }, cSite);
    if (address < this.#binary.address("__global_base") && !isRelease) throw new StopProgram(code, cSite);
  }

  /**
   * A value decides something that nobody wrote.
   *
   * @param origin The runtime's record of where it comes from; 0 when that is not known.
   * @param address Where it was read; 0 for one that is on its way.
   */
  unwritten(origin: number, address: number, bytes: number, cSite: number): void {
    let blamed = cSite;
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
      function: blamed === cSite ? (this.#positions.callees[cSite] ?? null) : null,
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
  #stackExhausted(address: number, cSite: number): never {
    this.report("FFI005", null, { act: "write", address, actual: CIRCUMSTANCE.stackExhausted }, cSite);
    throw new StopProgram("FFI005", cSite);
  }

  report(code: FaultCode, block: KnownBlock | null, detail: Partial<FaultDetail>, cSite: number): void {
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
    if (this.#echoes.isEcho(code, block, whole, cSite)) return;
    const text = this.#trace.string(JSON.stringify(whole));
    this.#trace.event(EventKind.Fault, 0, cSite, faultNumber(code), block?.id ?? 0, 0, text);
  }

  /** At the end of a program that ended by itself: what it has lost is a fault, one for each line that allocated it. */
  reportLeaks(): Leaks {
    const leaks = findLeaks(this.#binary, this.#blocks);
    const release = (block: KnownBlock): string =>
      rightRelease(this.#positions.callees[block.cSite] ?? "", block) ?? "free";
    for (const block of leaks.lost) {
      const by = this.#trace.string(release(block));
      this.#trace.event(EventKind.Own, 0, 0, LIBRARY, block.id, Owner.TypeScript, by);
    }
    const groups = new Map<number, KnownBlock[]>();
    for (const block of leaks.first) groups.set(block.cSite, [...(groups.get(block.cSite) ?? []), block]);
    for (const [cSite, group] of groups) {
      const bytes = group.reduce((sum, block) => sum + block.bytes, 0);
      const [first] = group as [KnownBlock];
      const { address } = first;
      const detail = { act: "end", address, bytes, expected: release(first), actual: String(group.length) } as const;
      this.report("FFI002", first, detail, cSite);
    }
    return leaks;
  }
}
