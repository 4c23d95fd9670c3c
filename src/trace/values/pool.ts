/** The values of a whole trace, batch after batch, as one row of numbers. It holds the batches' own arrays. */
export class ValuePool {
  length = 0;
  readonly #parts: { readonly start: number; readonly values: Float64Array }[] = [];

  append(values: Float64Array): void {
    if (values.length === 0) return;
    this.#parts.push({ start: this.length, values });
    this.length += values.length;
  }

  /** The number at a position; undefined outside. Positions in the last part, the usual case, are found at once. */
  at(position: number): number | undefined {
    let low = 0;
    let high = this.#parts.length - 1;
    const last = this.#parts[high];
    if (last && position >= last.start) return last.values[position - last.start];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#parts[middle]!.start <= position) low = middle;
      else high = middle - 1;
    }
    const part = this.#parts[low];
    return part?.values[position - part.start];
  }
}
