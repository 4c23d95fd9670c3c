import { readLine, type Line } from "./assembly-lines.ts";
import type { InlineCheck } from "./inline-checks.ts";
import { addressesIn, type Address } from "./symbolic-addresses.ts";

/** One test reaches no further than this many bytes: the further it does, the sooner it meets a block's end. */
const MOST_BYTES = 57;

/**
 * Neighbouring accesses of one turn share a test: for each check how many bytes from its address on are tested, or
 * null when an earlier check of the same turn has tested for it. A test may ask for more than is accessed; a turn in which it fails goes the
 * slow way, where every access has its own exact check.
 */
export function mergeTests(body: readonly Line[], checks: readonly InlineCheck[]): (number | null)[] {
  const own = checks.map(({ bytes }) => bytes);
  const at = addressesOf(body, checks);
  if (at === null) return own;
  const merged = new Set<number>();
  return checks.map((check, index) => {
    if (merged.has(index)) return null;
    const first = at[index];
    // Only what every turn comes through can speak for what follows it.
    if (check.depth > 0 || first === undefined || first.low !== first.high) return own[index]!;
    let end = first.low + check.bytes;
    for (let later = index + 1; later < checks.length; later++) {
      const address = at[later];
      if (address === undefined || address.base !== first.base || merged.has(later)) continue;
      // Nothing before the first: testing there could leave the shadow at the bottom of memory.
      const to = Math.max(end, address.high + checks[later]!.bytes);
      if (address.low < first.low || to - first.low > MOST_BYTES) continue;
      end = to;
      merged.add(later);
    }
    return end - first.low;
  });
}

/** The address of each check, in the order of `checks`, as far as it is known in a turn in which every test passes. */
function addressesOf(body: readonly Line[], checks: readonly InlineCheck[]): (Address | undefined)[] | null {
  const lines: Line[] = [];
  const places: number[] = [];
  let from = 0;
  for (const { begin, load, end } of checks) {
    lines.push(...body.slice(from, begin), ...body.slice(begin + 1, load - 2));
    places.push(lines.length - 1);
    lines.push(readLine("drop"));
    from = end + 1;
  }
  const found = addressesIn([...lines, ...body.slice(from)], new Set(places));
  return found === null ? null : places.map((place) => found.get(place));
}

/**
 * Leaves something other than 0 when a granule that these bytes can touch is not wholly accessible. The address is on the
 * stack.
 *
 * @param alone The instrumentation's own load of the shadow, where only one access is tested.
 */
export function shadowTest(bytes: number, alone: string | null): string[] {
  if (alone !== null) return ["\ti32.const\t3", "\ti32.shr_u", alone];
  const granules = Math.floor((bytes + 6) / 8) + 1;
  const start = ["\ti32.const\t3", "\ti32.shr_u"];
  if (granules === 2) return [...start, "\ti32.load16_u\t0:p2align=0"];
  if (granules === 3) return [...start, "\ti32.load\t0:p2align=0", "\ti32.const\t16777215", "\ti32.and"];
  if (granules === 4) return [...start, "\ti32.load\t0:p2align=0"];
  const mask = ((1n << BigInt(8 * granules)) - 1n) & 0xffffffffffffffffn;
  const masked = granules === 8 ? [] : [`\ti64.const\t${mask}`, "\ti64.and"];
  return [...start, "\ti64.load\t0:p2align=0", ...masked, "\ti64.const\t0", "\ti64.ne"];
}
