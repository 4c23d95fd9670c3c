import type { InlineCheck } from "./inline-checks.ts";
import { isExact, keyOf, walk, type Alignments, type Value } from "./symbolic-addresses.ts";
import type { Turn } from "./turn.ts";

/** One test reaches no further than this many bytes: the further it does, the sooner it meets a block's end. */
const MOST_BYTES = 57;

/**
 * Neighbouring accesses of one turn share a test: for each check how many bytes from its address on are tested, or
 * null when an earlier check of the same turn has tested for it. A test may ask for more than is accessed; a turn in which it fails goes the
 * slow way, where every access has its own exact check.
 */
export function mergeTests(turn: Turn, checks: readonly InlineCheck[]): (number | null)[] {
  const own = checks.map(({ bytes }) => bytes);
  const at = addressesOf(turn, checks, new Map());
  if (at === null) return own;
  const keys = at.map(keyOf);
  const merged = new Set<number>();
  return checks.map((check, index) => {
    if (merged.has(index)) return null;
    const first = at[index]!;
    // Only what every turn comes through can speak for what follows it.
    if (check.depth > 0 || !isExact(first)) return own[index]!;
    let end = first.low + check.bytes;
    for (let later = index + 1; later < checks.length; later++) {
      const address = at[later]!;
      if (keys[later] !== keys[index] || merged.has(later)) continue;
      // Nothing before the first: testing there could leave the shadow at the bottom of memory.
      const to = Math.max(end, address.high + checks[later]!.bytes);
      if (address.low < first.low || to - first.low > MOST_BYTES) continue;
      end = to;
      merged.add(later);
    }
    return end - first.low;
  });
}

/** The address of each check, as far as it is known in a turn in which every test passes. */
export function addressesOf(
  { lines, drops }: Turn,
  checks: readonly InlineCheck[],
  aligned: Alignments,
): Value[] | null {
  const places = new Map(drops.map((drop, check) => [drop, check]));
  const found: Value[] = [];
  const known = walk(lines, aligned, ({ index, local }) => {
    const check = places.get(index);
    if (check !== undefined) found[check] = local(checks[check]!.address);
  });
  return known && drops.every((_, check) => found[check] !== undefined) ? found : null;
}

/**
 * Leaves something other than 0 when a granule that these bytes can touch is not wholly accessible. The address of
 * the first one's shadow is on the stack.
 *
 * @param check The one that is tested, and perhaps others after it.
 */
export function shadowTest(bytes: number, check: InlineCheck): string[] {
  // The instrumentation's own load does for one access.
  return bytes === check.bytes ? [check.shadowLoad] : testOf(granulesOf(bytes));
}

/** The same for any number of bytes from the address in the local `base`. */
export function rangeTest(bytes: number, base: string): string[] {
  const granules = granulesOf(bytes);
  const start = [`\tlocal.get\t${base}`, "\ti32.const\t3", "\ti32.shr_u"];
  if (granules <= 8) return [...start, ...testOf(granules)];
  const words = Array.from({ length: Math.ceil(granules / 8) }, (_, word) => [
    ...[...start, `\ti64.load\t${8 * word}:p2align=0`],
    ...masked(Math.min(8, granules - 8 * word)),
    ...(word === 0 ? [] : ["\ti64.or"]),
  ]);
  return [...words.flat(), "\ti64.const\t0", "\ti64.ne"];
}

/** How many granules so many bytes can touch, wherever they begin. */
const granulesOf = (bytes: number): number => Math.floor((bytes + 6) / 8) + 1;

/** Takes the address of the first granule's shadow off the stack. */
function testOf(granules: number): string[] {
  if (granules === 2) return ["\ti32.load16_u\t0:p2align=0"];
  if (granules === 3) return ["\ti32.load\t0:p2align=0", "\ti32.const\t16777215", "\ti32.and"];
  if (granules === 4) return ["\ti32.load\t0:p2align=0"];
  return ["\ti64.load\t0:p2align=0", ...masked(granules), "\ti64.const\t0", "\ti64.ne"];
}

/** Leaves the lowest bytes of a 64-bit word. */
function masked(bytes: number): string[] {
  return bytes === 8 ? [] : [`\ti64.const\t${(1n << BigInt(8 * bytes)) - 1n}`, "\ti64.and"];
}
