import { spread, type Spread } from "./statistics.ts";

/** Does the work `times` times. Each loop has to be code of its own, or one would be measured with the other's feedback. */
export type Loop = (times: number) => void;

export interface Comparison {
  /** Nanoseconds of processor time for one turn. */
  readonly subject: Spread;
  readonly reference: Spread;
  /** Subject by reference, each pair measured one right after the other. */
  readonly ratio: Spread;
}

/** How long one measurement of the faster of the two takes, in milliseconds: long against the clock and its noise. */
const SLICE_MS = 15;
const WARM_UP_MS = 150;
const PAIRS = 31;
const FEW_PAIRS = 11;

/**
 * Measures two loops in turns in one process, so that whatever slows the machine down slows both. The ratio of each
 * pair is what counts; the times say what order of magnitude it is about.
 *
 * @param limit most turns in one measurement, for loops that use up memory as they go
 */
export function compare(subject: Loop, reference: Loop, limit = Number.MAX_SAFE_INTEGER): Comparison {
  warmUp(subject, limit);
  warmUp(reference, limit);
  const times = Math.min(limit, Math.max(calibrate(subject, limit), calibrate(reference, limit)));
  return inTurns(subject, reference, times, PAIRS);
}

/** For a subject that may be a hundred times slower: its turns decide how long a measurement is, and there are fewer. */
export function compareSlow(subject: Loop, reference: Loop): Comparison {
  warmUp(subject, Number.MAX_SAFE_INTEGER);
  warmUp(reference, Number.MAX_SAFE_INTEGER);
  return inTurns(subject, reference, calibrate(subject, Number.MAX_SAFE_INTEGER), FEW_PAIRS);
}

function inTurns(subject: Loop, reference: Loop, times: number, pairs: number): Comparison {
  const subjects: number[] = [];
  const references: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    // Who goes first alternates, so that neither always finds the other's caches.
    if (pair % 2 === 0) subjects.push(nanoseconds(subject, times));
    references.push(nanoseconds(reference, times));
    if (pair % 2 === 1) subjects.push(nanoseconds(subject, times));
  }
  return {
    subject: spread(subjects),
    reference: spread(references),
    ratio: spread(subjects.map((value, index) => value / (references[index] as number))),
  };
}

function warmUp(loop: Loop, limit: number): void {
  const end = performance.now() + WARM_UP_MS;
  for (let times = 1; performance.now() < end; times = Math.min(limit, times * 2, 1 << 16)) loop(times);
}

/** How many turns take about a slice. */
function calibrate(loop: Loop, limit: number): number {
  let times = 1;
  while (times < limit) {
    const start = performance.now();
    loop(times);
    const took = performance.now() - start;
    if (took >= SLICE_MS / 4) return Math.ceil((times * SLICE_MS) / took);
    times *= 2;
  }
  return limit;
}

/** Time of this process, not of the clock on the wall: what else runs on the machine meanwhile does not count. */
function nanoseconds(loop: Loop, times: number): number {
  const start = process.cpuUsage();
  loop(times);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / times;
}
