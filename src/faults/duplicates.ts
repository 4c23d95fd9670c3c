import { FAULTS } from "./all.ts";
import { functionOf, type DetailInLibrary, type FaultCode } from "./detail.ts";

/** A fault that was found, and what it may be a duplicate by. */
export interface Occurrence {
  readonly detail: DetailInLibrary;
  /** What tells its block from others; null when it is about none. */
  readonly block: number | string | null;
  /** The expression or line that is to blame, as text; null when it is not known. */
  readonly place: string | null;
  /** The call of C that is under way, by its event, and the place in C; null where calls are not told apart. */
  readonly call: { readonly event: number; readonly cLocation: number } | null;
}

/**
 * Knows what has been reported, so that one wrong act is one fault. These are duplicates:
 *
 * - the same fault again, where `once` of its definition says what makes it the same;
 * - another fault of the same block, or at the same place in C, within the same call: a loop in C that runs past the end
 *   meets one byte after another;
 * - in C, what follows from a fault there: see `Consequences`.
 */
export class Duplicates {
  readonly #seen = new Set<string>();
  readonly #consequences = new Consequences();

  /** Whether a fault is a duplicate of one before. Either way it is remembered. */
  isDuplicate(occurrence: Occurrence): boolean {
    const keys = keysOf(occurrence);
    // Both are asked, because both remember.
    const follows = this.#consequences.follows(occurrence);
    const isKnown = keys.some((key) => this.#seen.has(key));
    for (const key of keys) this.#seen.add(key);
    return isKnown || follows;
  }

  /** What was done to a block so far is settled: the same fault of it is a new one. For faults that are reported once a block. */
  forget(code: FaultCode, block: number | string): void {
    this.#seen.delete(ofBlock(code, block));
  }
}

function keysOf({ detail, block, place, call }: Occurrence): string[] {
  const { code } = detail;
  const { once } = FAULTS[code];
  const subject = block === null ? `${functionOf(detail) ?? ""}@${addressOf(detail)}` : `block ${block}`;
  const keys: string[] = [];
  if (once === "per block" && block !== null) keys.push(ofBlock(code, block));
  else if (once === "per subject" || place === null) keys.push(`${code} ${subject} ${place ?? ""}`);
  if (place !== null && once !== "per subject") keys.push(`${code} at ${place}`);
  if (call && block !== null) keys.push(`${subject} in ${call.event}`);
  if (call && call.cLocation !== 0) keys.push(`at ${call.cLocation} in ${call.event}`);
  return keys;
}

const ofBlock = (code: FaultCode, block: number | string): string => `${code} of block ${block}`;

const addressOf = (detail: DetailInLibrary): number => ("address" in detail ? detail.address : 0);

/**
 * Faults in C that come of one before them in C:
 *
 * - what goes wrong at a line that has used an unwritten value: that value is why;
 * - a read of bytes whose writing out of bounds was reported, and a missing NUL in a block whose text was cut off there;
 * - a read behind the end of a block whose text was reported to have no NUL: what looks for the NUL goes there.
 */
class Consequences {
  readonly #unwrittenUsedAt = new Set<string>();
  /** By block, the offsets that were written out of bounds. */
  readonly #written = new Map<number | string, { low: number; high: number }>();
  /** Blocks whose text was reported to have no NUL. */
  readonly #unterminated = new Set<number | string>();

  follows({ detail, block, place }: Occurrence): boolean {
    const atUnwritten = place !== null && this.#unwrittenUsedAt.has(place);
    if (!("side" in detail) || detail.side !== "c") return atUnwritten;
    const follows = atUnwritten || (block !== null && this.#followsInBlock(detail, block));
    if (detail.code === "FFI016" && place !== null) this.#unwrittenUsedAt.add(place);
    if (block !== null) this.#remember(detail, block);
    return follows;
  }

  #followsInBlock(detail: DetailInC, block: number | string): boolean {
    const written = this.#written.get(block);
    if (detail.code === "FFI010") return written !== undefined;
    if (detail.code !== "FFI005" || detail.act !== "read") return false;
    if (this.#unterminated.has(block)) return true;
    return written !== undefined && detail.offset >= written.low && detail.offset < written.high;
  }

  #remember(detail: DetailInC, block: number | string): void {
    if (detail.code === "FFI010") this.#unterminated.add(block);
    if (detail.code !== "FFI005" || detail.act !== "write") return;
    const { low, high } = this.#written.get(block) ?? { low: detail.offset, high: detail.offset };
    this.#written.set(block, {
      low: Math.min(low, detail.offset),
      high: Math.max(high, detail.offset + detail.bytes),
    });
  }
}

type DetailInC = Extract<DetailInLibrary, { readonly side: unknown }>;
