/**
 * The block that an address points into; an address right behind its end counts too, as C's pointers past an array's
 * last element do. The blocks are sorted by address and do not overlap.
 */
export function blockAround<B extends { readonly address: number; readonly bytes: number }>(
  sorted: readonly B[],
  address: number,
): B | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.address <= address) low = middle + 1;
    else high = middle;
  }
  const block = sorted[low - 1];
  return block !== undefined && address <= block.address + block.bytes ? block : undefined;
}
