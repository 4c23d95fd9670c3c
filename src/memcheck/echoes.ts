import type { CLocation } from "../contract/description.ts";
import type { FaultCode } from "../faults/codes.ts";
import type { FaultDetail } from "../trace/format.ts";
import type { KnownBlock } from "./block-map.ts";

/**
 * Knows what has been reported, so that one wrong act is one fault. These are echoes:
 *
 * - the same fault at the same line: the act is that line, however often it runs;
 * - what goes wrong at a line that has used a value nobody wrote: that value is why;
 * - a further use of a block that was reported as used after its end, or before it was written;
 * - a read of bytes whose writing out of bounds was reported, and a missing NUL in a block whose text was cut off there;
 * - a read behind the end of a block whose text was reported to have no NUL: who looks for the NUL goes there.
 */
export class Echoes {
  readonly #sites: readonly (CLocation | null)[];
  readonly #seen = new Set<string>();
  /** By block, the offsets that were written out of bounds. */
  readonly #written = new Map<number, { low: number; high: number }>();

  /** Blocks whose text was reported to have no NUL. */
  readonly #unterminated = new Set<number>();

  constructor(sites: readonly (CLocation | null)[]) {
    this.#sites = sites;
  }

  /** Whether a fault is an echo of one before; if it is none, it is remembered. */
  isEcho(code: FaultCode, block: KnownBlock | null, detail: FaultDetail, cLocation: number): boolean {
    const site = this.#sites[cLocation];
    const line = site ? `${code} ${site.file}:${site.line}` : `${code} at ${detail.address}`;
    const keys = [line];
    if ((code === "FFI004" || code === "FFI016") && block) keys.push(`${code} of ${block.id || block.address}`);
    const byChance = site !== null && site !== undefined && this.#seen.has(`FFI016 ${site.file}:${site.line}`);
    const echo =
      byChance ||
      keys.some((key) => this.#seen.has(key)) ||
      this.#isOfBadWrite(code, block, detail) ||
      this.#isOfMissingNul(code, block, detail);
    if (code === "FFI010" && block) this.#unterminated.add(block.id);
    for (const key of keys) this.#seen.add(key);
    if (code === "FFI005" && detail.act === "write" && block) this.#remember(block.id, detail);
    return echo;
  }

  #isOfMissingNul(code: FaultCode, block: KnownBlock | null, { act }: FaultDetail): boolean {
    return code === "FFI005" && act === "read" && block !== null && this.#unterminated.has(block.id);
  }

  #isOfBadWrite(code: FaultCode, block: KnownBlock | null, detail: FaultDetail): boolean {
    const written = block ? this.#written.get(block.id) : undefined;
    if (!written) return false;
    if (code === "FFI010") return true;
    return code === "FFI005" && detail.act === "read" && detail.offset >= written.low && detail.offset < written.high;
  }

  #remember(block: number, { offset, bytes }: FaultDetail): void {
    const before = this.#written.get(block) ?? { low: offset, high: offset };
    this.#written.set(block, { low: Math.min(before.low, offset), high: Math.max(before.high, offset + bytes) });
  }
}
