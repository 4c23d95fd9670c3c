/** What a series of measurements says: the middle, and how far the middle four fifths spread. */
export interface Spread {
  readonly median: number;
  /** The value that a tenth of the series is below, and the one that a tenth is above. */
  readonly low: number;
  readonly high: number;
}

/** @throws Error when there is nothing to summarise */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error("a spread needs one value at least");
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const place = part * (sorted.length - 1);
    const below = sorted[Math.floor(place)] as number;
    return below + ((sorted[Math.ceil(place)] as number) - below) * (place - Math.floor(place));
  };
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** The mean of ratios: twice as slow and twice as fast make 1. */
export function geometricMean(values: readonly number[]): number {
  if (values.length === 0) throw new Error("a mean needs one value at least");
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
