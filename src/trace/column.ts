/** Numbers of one part. Parts are filled one after the other, so that a long column is never copied to grow. */
const PART_BITS = 14;
const PART = 1 << PART_BITS;
const MASK = PART - 1;

/**
 * A growing row of whole numbers from 0 to 2^32 - 1. A run has millions of them: as objects, or in arrays that are
 * copied whenever they grow, they would keep the collector busy while the page has to answer.
 */
export class Column {
  readonly #parts: Uint32Array[] = [];
  length = 0;

  push(value: number): void {
    const at = this.length & MASK;
    if (at === 0) this.#parts.push(new Uint32Array(PART));
    this.#parts[this.length >>> PART_BITS]![at] = value;
    this.length += 1;
  }

  /** The number at an index; undefined outside. */
  at(index: number): number | undefined {
    return index >= 0 && index < this.length ? this.#parts[index >>> PART_BITS]![index & MASK] : undefined;
  }

  /** Puts another number at an index that is there. */
  set(index: number, value: number): void {
    if (index >= 0 && index < this.length) this.#parts[index >>> PART_BITS]![index & MASK] = value;
  }

  /** In a column that never falls: the index of the last number that is at most `wanted`; -1 when there is none. */
  lastAtMost(wanted: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#parts[middle >>> PART_BITS]![middle & MASK]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
